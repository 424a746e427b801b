import CharterRuntime
import CharterYAML

/// Each kind of bound belongs to one kind of value: `length` to texts, `pattern` to `string`, `range` to numbers, `count` to lists and maps.
package struct BoundsMisplaced: ContractRule {
    package static let name = "bounds-misplaced"

    package func check(_ contract: Contract) -> [Diagnostic] {
        let types = contract.typesByName
        // What a type bears that could not be found cannot be told.
        return contract.typeUses.filter { types.form(of: $0) != nil }.flatMap { use in
            let scalar: Scalar? = if case .named(let name) = use.form { Scalar(rawValue: name) } else { nil }
            let isCounted =
                switch use.form {
                case .list, .map: true
                default: false
                }
            let isNumber = scalar == .integer || scalar == .number || scalar == .decimal
            let length = use.length.map { ("length", $0, scalar?.hasLength ?? false, isWhole($0.value, least: 0)) }
            let range = use.range.map { ("range", $0, isNumber, scalar != .integer || isWhole($0.value, least: .min)) }
            let isDecimal = scalar == .decimal || (scalar == .number && use.isExact?.value == true)
            let isInexact = isDecimal && use.range.map { !Self.isExact($0.value) } == true
            let count = use.count.map { ("count", $0, isCounted, isWhole($0.value, least: 0)) }
            var diagnostics = [length, range, count].compactMap { $0 }.compactMap { key, bounds, fits, isWhole in
                Self.diagnostic(key, at: bounds.span, fits: fits, isWhole: isWhole)
            }
            if isInexact, let range = use.range {
                let help = "write digits, with a point where needed: 0.01..1000"
                diagnostics.append(Diagnostic(.error, "'range' takes decimal numbers here", rule: Self.name, at: range.span, help: help))
            }
            if let pattern = use.pattern, scalar != .string {
                diagnostics += [Self.diagnostic("pattern", at: pattern.span, fits: false, isWhole: true)].compactMap { $0 }
            }
            return diagnostics
        }
    }

    /// Whether the bounds are written as decimal numbers are, without exponents.
    private static func isExact(_ bounds: BoundsText) -> Bool {
        [bounds.minimum, bounds.maximum].compactMap { $0 }.allSatisfy { DecimalNumber($0) != nil }
    }

    private func isWhole(_ bounds: BoundsText, least: Int) -> Bool {
        [bounds.minimum, bounds.maximum].compactMap { $0 }.allSatisfy { Int($0).map { $0 >= least } ?? false }
    }

    private static func diagnostic(_ key: String, at span: SourceSpan, fits: Bool, isWhole: Bool) -> Diagnostic? {
        let owners = [
            "length": "a string, slug, email or uri", "pattern": "a string", "range": "an integer, a number or a decimal",
            "count": "a list or a map",
        ]
        if !fits {
            let help = "the bound of a string is 'length', of a number 'range', of a list 'count'"
            return Diagnostic(.error, "'\(key)' belongs to \(owners[key] ?? "")", rule: name, at: span, help: help)
        }
        if !isWhole {
            return Diagnostic(
                .error,
                "'\(key)' takes whole numbers here",
                rule: name,
                at: span,
                help: "write whole numbers, such as 1..200"
            )
        }
        return nil
    }
}
