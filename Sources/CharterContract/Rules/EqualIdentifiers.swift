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
            let path = groups.effective(endpoint).path.map(\.name).filter { inPath.contains($0.value) }
            return shared(path, endpoint.query.map(\.name)) + clashes(path + endpoint.query.map(\.name))
        }
        let kinds = contract.credentials.flatMap(\.kinds).map(\.name)
        return objects + endpoints + clashes(kinds) + clashes(contract.scopes.map(\.name))
            + clashes(contract.types.map(\.name), ignoringCase: true)
    }

    /// A name in a path and the same one in the query are two parameters of one function.
    private func shared(_ path: [Located<String>], _ query: [Located<String>]) -> [Diagnostic] {
        query.compactMap { name in
            path.first { $0.value == name.value }.map { other in
                Diagnostic(
                    .error,
                    "'\(name.value)' is a parameter of the path and of the query",
                    rule: Self.name,
                    at: name.span,
                    notes: [Diagnostic.Note("the path's parameter is described here", at: other.span)],
                    help: "rename one of them"
                )
            }
        }
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
