import CharterYAML

/// A union is told apart by what its types say of themselves: each is an object that has its own tag as a constant.
package struct UnionWithoutTag: ContractRule {
    package static let name = "union-without-tag"

    package func check(_ contract: Contract) -> [Diagnostic] {
        let types = contract.typesByName
        return contract.typeUses.flatMap { use -> [Diagnostic] in
            guard case .union(let tag, let cases) = use.form, !tag.value.isEmpty else { return [] }
            return cases.compactMap { check($0, by: tag, types) }
        }
    }

    private func check(_ unionCase: TypeUse.UnionCase, by tag: Located<String>, _ types: [String: TypeDeclaration]) -> Diagnostic? {
        let use = unionCase.type
        // A type that there is not has a fault of its own.
        guard let form = types.form(of: use) else { return nil }
        guard case .named(let name) = use.form, case .object(let fields) = form, !use.isNullable else {
            return Diagnostic(
                .error,
                "a union is made of named objects that cannot be null",
                rule: Self.name,
                at: use.span,
                help: "declare the fields under 'types:' and name the type here"
            )
        }
        let wanted = "'\(tag.value): { const: \(unionCase.tag.value) }'"
        guard let field = fields.first(where: { $0.name.value == tag.value }) else {
            let notes = types[name].map { [Diagnostic.Note("'\(name)' is declared here", at: $0.name.span)] } ?? []
            let message = "'\(name)' has no field '\(tag.value)' that tells it from the other types"
            return Diagnostic(.error, message, rule: Self.name, at: use.span, notes: notes, help: "add \(wanted) to its fields")
        }
        if case .constant(let text)? = types.form(of: field.type), text.value == unionCase.tag.value, !field.isOptional,
            !field.type.isNullable
        {
            return nil
        }
        let note = Diagnostic.Note("the field is declared here", at: field.name.span)
        let message = "'\(tag.value)' of '\(name)' is not always '\(unionCase.tag.value)'"
        return Diagnostic(.error, message, rule: Self.name, at: unionCase.tag.span, notes: [note], help: "write \(wanted)")
    }
}
