/// A value must have an end that people can read to: types that hold others several times over grow beyond measure.
package struct OversizedType: ContractRule {
    package static let name = "oversized-type"

    /// The most parts that a value may have, each list with one element.
    static let maximum = 10_000

    package func check(_ contract: Contract) -> [Diagnostic] {
        var sizes = Sizes(types: contract.typesByName)
        return contract.types.filter { type in
            // Whatever holds an oversized type is oversized too: only the innermost is told.
            sizes.parts(of: type.type, depth: 0) > Self.maximum && !sizes.holdsOversized(type.type)
        }.map { type in
            Diagnostic(
                .error,
                "a value of '\(type.name.value)' has more than \(Self.maximum) parts",
                rule: Self.name,
                at: type.name.span,
                help: "refer to some of them by an id"
            )
        }
    }

    /// The number of parts of each type, counted once.
    private struct Sizes {
        let types: [String: TypeDeclaration]
        var known: [String: Int] = [:]

        init(types: [String: TypeDeclaration]) {
            self.types = types
        }

        /// The parts of a value, or one more than the maximum.
        ///
        /// Types that contain themselves or lie too deep are the matter of other rules, and count as nothing here.
        mutating func parts(of use: TypeUse, depth: Int) -> Int {
            guard depth <= EndlessType.deepest else { return 0 }
            switch use.form {
            case .enumeration, .constant: return 1
            case .union(_, let cases):
                // A value is of one of the types.
                var largest = 0
                for unionCase in cases { largest = max(largest, parts(of: unionCase.type, depth: depth + 1)) }
                return min(1 + largest, maximum + 1)
            case .list(let element), .map(let element): return min(1 + parts(of: element, depth: depth + 1), maximum + 1)
            case .object(let fields):
                var sum = 1
                for field in fields where sum <= maximum { sum += parts(of: field.type, depth: depth + 1) }
                return min(sum, maximum + 1)
            case .named(let name):
                guard let declaration = types[name] else { return 1 }
                if let size = known[name] { return size }
                known[name] = 0
                let size = parts(of: declaration.type, depth: depth + 1)
                known[name] = size
                return size
            }
        }

        /// Whether a type that it names directly is oversized by itself.
        func holdsOversized(_ use: TypeUse) -> Bool {
            use.withNested.contains { nested in
                if case .named(let name) = nested.form { known[name, default: 0] > maximum } else { false }
            }
        }
    }
}
