/// Names that differ in the contract must differ in code, where `starts_at` and `startsAt` are the same.
package struct EqualIdentifiers: ContractRule {
    package static let name = "equal-identifiers"

    package func check(_ contract: Contract) -> [Diagnostic] {
        let groups = GroupIndex(contract)
        let paginations = contract.paginations.keyed(by: \.name.value)
        let types = contract.typesByName
        let conventions = contract.conventions.idempotency.keyed(by: \.name.value)
        let objects = contract.typeUses.flatMap { use -> [Diagnostic] in
            switch use.form {
            case .object(let fields):
                clashes(
                    fields.map { $0.codeName ?? $0.name },
                    areEqualClashes: fields.contains { $0.codeName != nil },
                    SwiftIdentifier.property
                ) + keptClashes(fields, use.keeps)
            case .union(_, let cases): clashes(cases.map(\.tag), SwiftIdentifier.enumerationCase)
            case .enumeration(let values): clashes(values.map(\.text), SwiftIdentifier.enumerationCase)
            case .named, .list, .map, .constant: []
            }
        }
        let endpoints = contract.endpoints.flatMap { endpoint in
            let inPath = Set(endpoint.path.value.parameters)
            let effective = groups.effective(endpoint)
            let path = effective.path.map(\.name).filter { inPath.contains($0.value) }
            let query = endpoint.query.map(\.name)
            let paging = types.returnsList(endpoint) ? effective.pagination?.value.value.flatMap { paginations[$0] } : nil
            let headers = effective.headers.compactMap(\.field).map { $0.name.map(SwiftIdentifier.headerWords) }
            let repetition = effective.idempotency?.stated.flatMap { conventions[$0.value]?.fits(endpoint) == true ? $0 : nil }
            let key = repetition?.map { _ in "idempotencyKey" }
            let parameters = path + query + (paging?.parameters ?? []) + headers + [key].compactMap(\.self)
            return shared(path, query, "the query") + shared(path + query, headers, "the header")
                + clashes(parameters, SwiftIdentifier.parameter) + repeatedCodes(endpoint.fails)
                + clashes(endpoint.details.gives.map(\.name), SwiftIdentifier.replyHeader)
        }
        let kinds = contract.credentials.flatMap(\.kinds).map(\.name)
        return objects + endpoints + clashes(kinds, areEqualClashes: true, SwiftIdentifier.type)
            + clashes(contract.scopes.map(\.name), SwiftIdentifier.type)
            + clashes(contract.servers.map(\.name), SwiftIdentifier.value)
            + clashes(contract.types.map(\.name)) { $0.lowercased() }
    }

    /// A name in a path and the same one in the query or in a header field are two parameters of one function.
    private func shared(_ path: [Located<String>], _ query: [Located<String>], _ place: String) -> [Diagnostic] {
        query.compactMap { name in
            path.first { $0.value == name.value }.map { other in
                let first = place == "the query" ? "the path" : "the path or the query"
                let owner = place == "the query" ? "the path's" : "the other"
                return Diagnostic(
                    .error,
                    "'\(name.value)' is a parameter of \(first) and of \(place)",
                    rule: Self.name,
                    at: name.span,
                    notes: [Diagnostic.Note("\(owner) parameter is described here", at: other.span)],
                    help: "rename one of them"
                )
            }
        }
    }

    /// What a type keeps beside its fields needs names of its own.
    private func keptClashes(_ fields: [Field], _ keeps: Located<[TypeUse.Kept]>?) -> [Diagnostic] {
        guard let keeps else { return [] }
        return fields.map { $0.codeName ?? $0.name }.compactMap { name in
            guard let kept = keeps.value.first(where: { $0.property == SwiftIdentifier.property(name.value) }) else { return nil }
            return Diagnostic(
                .error,
                "'\(name.value)' would have the same name in code as what '\(kept.rawValue)' keeps",
                rule: Self.name,
                at: name.span,
                notes: [Diagnostic.Note("the type keeps it here", at: keeps.span)],
                help: "give the field another name in code with 'as'"
            )
        }
    }

    /// One status has each code once, also where only the spelling differs.
    private func repeatedCodes(_ failures: [Endpoint.Failure]) -> [Diagnostic] {
        Dictionary(grouping: failures, by: \.status.value).values.flatMap { failures in
            clashes(failures.map(\.code), areEqualClashes: true, SwiftIdentifier.value)
        }
    }

    /// The names that are spelled like one before them.
    ///
    /// - Parameter areEqualClashes: whether a name that stands twice is told here; elsewhere another rule tells it.
    private func clashes(
        _ names: [Located<String>],
        areEqualClashes: Bool = false,
        _ spelling: (String) -> String
    ) -> [Diagnostic] {
        var first: [String: Located<String>] = [:]
        return names.compactMap { name in
            let identifier = spelling(name.value)
            guard let other = first[identifier] else {
                first[identifier] = name
                return nil
            }
            guard other.value != name.value || areEqualClashes else { return nil }
            return Diagnostic(
                .error,
                other.value == name.value
                    ? "'\(name.value)' stands twice" : "'\(other.value)' and '\(name.value)' would have the same name in code",
                rule: Self.name,
                at: name.span,
                notes: [Diagnostic.Note("the other one stands here", at: other.span)],
                help: "rename one of them"
            )
        }
    }
}
