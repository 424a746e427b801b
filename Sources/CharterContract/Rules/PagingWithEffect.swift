/// A list is read page by page: a request that changes something would do so again with each page.
package struct PagingWithEffect: ContractRule {
    package static let name = "paging-with-effect"

    package func check(_ contract: Contract) -> [Diagnostic] {
        let groups = GroupIndex(contract)
        let conventions = contract.conventions.idempotency.keyed(by: \.name.value)
        let types = contract.typesByName
        let endpoints = contract.endpoints.filter { types.returnsList($0) }.compactMap { endpoint -> Diagnostic? in
            guard let paging = endpoint.own.pagination?.stated else { return nil }
            switch endpoint.method.value {
            case .get: return nil
            case .put, .patch, .delete:
                return Self.diagnostic(
                    "each page of '\(endpoint.id.value)' would repeat its \(endpoint.method.value.rawValue)",
                    at: paging.span,
                    notes: [Diagnostic.Note("the endpoint stands here", at: endpoint.path.span)],
                    help: "remove it; only GET, and a POST that only searches, are read page by page"
                )
            case .post:
                guard let key = groups.effective(endpoint).idempotency?.stated, conventions[key.value]?.fits(endpoint) == true else {
                    return nil
                }
                return Self.diagnostic(
                    "'\(endpoint.id.value)' is read page by page and takes a key that lets each of its calls count once",
                    at: paging.span,
                    notes: [Diagnostic.Note("the key comes from here", at: key.span)],
                    help: "write 'idempotency: none' if it only searches; remove 'pagination:' if it changes something"
                )
            }
        }
        let methods = contract.methods.compactMap { method -> Diagnostic? in
            guard method.method.value != .get, let paging = method.defaults.pagination?.stated else { return nil }
            return Self.diagnostic(
                "the paging of a method reaches GET lists only, and these are lists of \(method.method.value.rawValue)",
                at: paging.span,
                help: "remove it, and write it at each endpoint that only searches"
            )
        }
        return endpoints + methods
    }
}
