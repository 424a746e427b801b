import CharterContract
import CharterRuntime

/// Who may call an operation.
extension OperationObject {
    /// The alternatives, each with the credentials that it needs at once; an empty one lets anonymous callers in.
    var security: OrderedJSON {
        guard endpoint.auth != .none else { return [] }
        return .array(endpoint.auth.alternatives.map { names in .object(names.map { OrderedJSON.Member($0, []) }) })
    }

    /// The scopes that are needed at once; where there are alternatives, an array of such arrays.
    var requiredScopes: OrderedJSON {
        switch endpoint.scope {
        case .none: []
        case .one(let name): [.string(name)]
        case .all(let names): .array(names.map(OrderedJSON.string))
        case .any(let sets): .array(sets.map { .array($0.map(OrderedJSON.string)) })
        }
    }

    /// What the caller must have, in words.
    var callers: [String] {
        var text: [String] = []
        let holders = holders
        switch endpoint.scope {
        case .none: if !holders.isEmpty { text.append("Needs \(holders).") }
        case .one(let scope):
            let implying = api.scopes.map(\.name).filter { $0 != scope && api.scope($0, satisfies: scope) }.map { " or `\($0)`" }.joined()
            text.append("Needs the scope `\(scope)`\(implying), held by \(holders).")
        case .any(let sets):
            let alternatives = sets.map { $0.map { "`\($0)`" }.inWords(conjunction: "and") }
            text.append("Needs the scope \(alternatives.joined(separator: ", or ")), held by \(holders).")
        case .all(let names):
            text.append("Needs the scopes \(names.map { "`\($0)`" }.inWords(conjunction: "and")), held by \(holders).")
        }
        if endpoint.auth != .none, endpoint.auth.isOpen { text.append("May be called without a credential, too.") }
        if !endpoint.roles.isEmpty {
            text.append("Callers with roles need the role \(endpoint.roles.map { "`\($0)`" }.inWords(conjunction: "or")).")
        }
        return text
    }

    /// The kinds of key and the tokens that may call: ``a key `sk_…` or a token of `person` ``; with those that are needed at once joined
    /// by `and`.
    private var holders: String {
        let alternatives = endpoint.auth.alternatives.filter { !$0.isEmpty }
        guard alternatives.contains(where: { $0.count > 1 }) else { return holders(of: endpoint.auth.names) }
        return alternatives.map { names in names.map { holders(of: [$0]) }.inWords(conjunction: "and") }.joined(separator: ", or ")
    }

    private func holders(of credentials: [String]) -> String {
        let kinds = Set(endpoint.credentials.filter { credentials.contains($0.name) }.flatMap(\.kinds).map(\.name))
        let keys = endpoint.keyKinds.filter { kinds.contains($0.name) }
            .map { $0.prefix.isEmpty ? "(\($0.name))" : "`\($0.prefix)…`" }.inWords(conjunction: "or")
        let tokens = endpoint.tokens.filter(credentials.contains).map { "a token of `\($0)`" }
        return ((keys.isEmpty ? [] : ["a key \(keys)"]) + tokens).inWords(conjunction: "or")
    }

    /// The header fields that name the tenant, as parameters.
    var tenantHeaders: [OrderedJSON] {
        (api.tenancy?.headers(of: endpoint) ?? []).map { ParameterObject.json($0, in: "header") }
    }
}
