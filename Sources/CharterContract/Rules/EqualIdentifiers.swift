/// Names that differ in the contract must differ in code, where `starts_at` and `startsAt` are the same.
package struct EqualIdentifiers: ContractRule {
    package static let name = "equal-identifiers"

    package func check(_ contract: Contract) -> [Diagnostic] {
        let groups = GroupIndex(contract)
        let objects = contract.typeUses.flatMap { use -> [Diagnostic] in
            switch use.form {
            case .object(let fields): clashes(fields.map(\.name))
            case .enumeration(let values): clashes(values.map(\.text))
            case .named, .list: []
            }
        }
        let endpoints = contract.endpoints.flatMap { endpoint in
            let inPath = Set(endpoint.path.value.parameters)
            return clashes(groups.effective(endpoint).path.filter { inPath.contains($0.name.value) }.map(\.name) + endpoint.query.map(\.name))
        }
        let kinds = contract.credentials.flatMap(\.kinds).map(\.name)
        return objects + endpoints + clashes(kinds) + clashes(contract.scopes.map(\.name)) + clashes(contract.types.map(\.name), ignoringCase: true)
    }

    private func clashes(_ names: [Located<String>], ignoringCase: Bool = false) -> [Diagnostic] {
        var first: [String: Located<String>] = [:]
        return names.compactMap { name in
            let words = IdentifierWords(name.value).lowerCamel
            let identifier = ignoringCase ? words.lowercased() : words
            guard let other = first[identifier] else {
                first[identifier] = name
                return nil
            }
            guard other.value != name.value else { return nil }
            return Diagnostic(
                .error,
                "'\(other.value)' and '\(name.value)' would have the same name in code",
                rule: Self.name,
                at: name.span,
                notes: [Diagnostic.Note("the other one stands here", at: other.span)],
                help: "rename one of them"
            )
        }
    }
}
