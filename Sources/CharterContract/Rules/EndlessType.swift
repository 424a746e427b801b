/// A value must come to an end: a type may contain itself only inside a list that may be empty.
package struct EndlessType: ContractRule {
    package static let name = "endless-type"

    /// The most types inside one another, lists that may be empty left out.
    static let deepest = 64

    package func check(_ contract: Contract) -> [Diagnostic] {
        let types = contract.typesByName
        var heights: [String: Int] = [:]
        return contract.types.flatMap { type in
            heights[type.name.value] == nil ? check(type, types, heights: &heights) : []
        }
    }

    /// One type on the way from a type down to those inside it.
    private struct Step {
        let name: Located<String>
        /// What is still to be looked at, the first one last.
        var pending: [TypeUse]
        /// How many types lie inside one another in this one, as far as it was looked at.
        var height = 1

        init(_ type: TypeDeclaration) {
            name = type.name
            pending = EndlessType.contained(in: type.type).reversed()
        }
    }

    /// Goes down from a type with a stack of its own: types may lie deeper inside one another than calls may.
    private func check(_ type: TypeDeclaration, _ types: [String: TypeDeclaration], heights: inout [String: Int]) -> [Diagnostic] {
        var diagnostics: [Diagnostic] = []
        var steps = [Step(type)]
        var depths = [type.name.value: 0]
        while let last = steps.indices.last {
            guard let use = steps[last].pending.popLast() else {
                let done = steps.removeLast()
                depths[done.name.value] = nil
                heights[done.name.value] = done.height
                if let outer = steps.indices.last { steps[outer].height = max(steps[outer].height, done.height + 1) }
                if done.height == Self.deepest + 1 { diagnostics.append(tooDeep(done.name)) }
                continue
            }
            guard case .named(let name) = use.form, let next = types[name] else { continue }
            if let height = heights[name] {
                steps[last].height = max(steps[last].height, height + 1)
            } else if let depth = depths[name] {
                diagnostics.append(endless(use, steps[depth...].map(\.name.value) + [name]))
            } else {
                depths[name] = steps.count
                steps.append(Step(next))
            }
        }
        return diagnostics
    }

    private func endless(_ use: TypeUse, _ circle: [String]) -> Diagnostic {
        Diagnostic(
            .error,
            "the type contains itself: \(circle.joined(separator: " → "))",
            rule: Self.name,
            at: use.span,
            help: "put it in a list that may be empty, or refer to it by an id"
        )
    }

    private func tooDeep(_ name: Located<String>) -> Diagnostic {
        Diagnostic(
            .error,
            "more than \(Self.deepest) types lie inside one another in '\(name.value)'",
            rule: Self.name,
            at: name.span,
            help: "put one of them in a list that may be empty, or refer to it by an id"
        )
    }

    /// The types of which every value of this type holds one at least where nothing is left out; lists and maps that may be empty end it.
    private static func contained(in use: TypeUse) -> [TypeUse] {
        switch use.form {
        case .named: [use]
        case .object(let fields): fields.flatMap { contained(in: $0.type) }
        case .union(_, let cases): cases.flatMap { contained(in: $0.type) }
        case .enumeration, .constant: []
        case .list(let element), .map(let element):
            (use.count?.value.minimum.flatMap { Int($0) } ?? 0) > 0 ? contained(in: element) : []
        }
    }
}
