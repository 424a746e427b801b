/// A list without pages grows with the data until nobody can read it.
///
/// An endpoint that says `pagination: none` itself, or bounds its list with `count`, has decided so. Only GET lists are asked for it: what
/// another method answers with is what the request was about.
package struct ListWithoutPaging: AdvisoryRule {
    package static let name = "list-without-paging"

    package func check(_ contract: Contract) -> [Diagnostic] {
        let groups = GroupIndex(contract)
        let types = contract.typesByName
        return contract.endpoints.filter { $0.method.value == .get }.compactMap { endpoint in
            guard let body = endpoint.returns.body, case .list? = types.form(of: body), endpoint.own.pagination == nil else { return nil }
            let effective = groups.effective(endpoint).pagination
            guard effective?.stated == nil else { return nil }
            guard !types.isBounded(body) else { return nil }
            return Self.diagnostic(
                "'\(endpoint.id.value)' returns a list that may grow without end",
                at: body.span,
                help: "page it, bound it with 'count:', or write 'pagination: none' here"
            )
        }
    }
}

extension [String: TypeDeclaration] {
    /// Whether the list that a type is, perhaps through other names, has a most number of items.
    fileprivate func isBounded(_ use: TypeUse) -> Bool {
        var use = use
        for _ in 0...EndlessType.deepest {
            if use.count?.value.maximum != nil { return true }
            guard case .named(let name) = use.form, let declaration = self[name] else { return false }
            use = declaration.type
        }
        return false
    }
}
