import CharterYAML

/// Only what a request takes is a view, and only types that say who sets their fields have views.
package struct MisplacedView: ContractRule {
    package static let name = "misplaced-view"

    package func check(_ contract: Contract) -> [Diagnostic] {
        let declared = contract.types.keyed(by: \.name.value)
        let taken = contract.endpoints.compactMap(\.takes).flatMap(\.withNested).compactMap { viewed($0, declared) }
        let elsewhere = contract.typeUses.compactMap { viewed($0, declared) }
        let places = Set(taken.map(\.use.span))
        let withoutSetters = taken.filter { !$0.type.hasViews && !$0.type.type.isUnreadable }.map { use, type, name in
            Diagnostic(
                .error,
                "'\(type.name.value)' does not say which of its fields '\(name)' has",
                rule: Self.name,
                at: use.span,
                notes: [Diagnostic.Note("it is declared here", at: type.name.span)],
                help: "add 'set: api', 'set: create' or 'set: change' to the fields that not every operation sets"
            )
        }
        let misplaced = elsewhere.filter { !places.contains($0.use.span) }.map { use, type, name in
            Diagnostic(
                .error,
                "'\(name)' is what a request takes, and stands under 'takes:' only",
                rule: Self.name,
                at: use.span,
                help: "write '\(type.name.value)'"
            )
        }
        return withoutSetters + misplaced + clashes(contract)
    }

    /// The type behind the name of a view, be it one that has views or not.
    private func viewed(
        _ use: TypeUse,
        _ declared: [String: TypeDeclaration]
    ) -> (use: TypeUse, type: TypeDeclaration, name: String)? {
        guard case .named(let name) = use.form, let type = TypeView.type(behind: name, among: declared) else { return nil }
        return (use, type, name)
    }

    /// Views become types of code too.
    private func clashes(_ contract: Contract) -> [Diagnostic] {
        let names = contract.types.filter(\.hasViews).flatMap { type in
            TypeView.allCases.map { ($0.codeName(of: type).lowercased(), (type: type, view: $0)) }
        }
        let views = Dictionary(names) { first, _ in first }
        return contract.types.compactMap { type in
            guard let (owner, view) = views[type.name.value.lowercased()] else { return nil }
            return Diagnostic(
                .error,
                "'\(type.name.value)' is what '\(view.name(of: owner))' is called in code",
                rule: Self.name,
                at: type.name.span,
                notes: [Diagnostic.Note("the type with views is declared here", at: owner.name.span)],
                help: "give the type another name, or use '\(view.name(of: owner))' in its place"
            )
        }
    }
}
