import CharterContract
import CharterRuntime

/// A credential as a security scheme of OpenAPI, with what OpenAPI has no members for in its description.
struct SecuritySchemeObject {
    let credential: ResolvedCredential
    let api: ResolvedAPI

    var json: OrderedJSON {
        var members = place
        let text = [credential.about, kinds, use, keeping, roles, elsewhere].compactMap { $0 }.joined(separator: "\n\n")
        members.append(OrderedJSON.Member("description", .string(text + scopes)))
        return .object(members)
    }

    private var place: [OrderedJSON.Member] {
        let members: OrderedJSON =
            switch credential.place {
            case .header(let name): ["type": "apiKey", "in": "header", "name": .string(name)]
            case .scheme("Bearer", "Authorization"):
                ["type": "http", "scheme": "bearer", "bearerFormat": credential.isToken ? "JWT" : nil]
            case .scheme(_, let header): ["type": "apiKey", "in": "header", "name": .string(header)]
            case .query(let name): ["type": "apiKey", "in": "query", "name": .string(name)]
            case .basic: ["type": "http", "scheme": "basic"]
            }
        guard case .object(let list) = members else { return [] }
        return list
    }

    private var kinds: String? {
        let lines = credential.kinds.map { kind in
            let use = kind.use == .serverOnly ? "servers only" : "anywhere"
            let looks = kind.prefix.isEmpty ? "" : "`\(kind.prefix)…` "
            let rest = holds(kind.holds) + validity(kind) + form(kind) + (kind.about.map { " " + $0.asSentence } ?? "")
            return "- \(looks)(\(kind.name), for use \(kind.use == .serverOnly ? "on " : "")\(use)): \(rest)"
        }
        return lines.isEmpty ? nil : lines.joined(separator: "\n")
    }

    private func validity(_ kind: ResolvedKeyKind) -> String {
        var text = ""
        if let environment = kind.environment {
            let servers = api.servers.filter { $0.environment == environment }.map(\.name)
            if !servers.isEmpty { text += " Valid on \(servers.inWords(conjunction: "and")) only." }
        }
        if kind.opensEveryTenant, let tenancy = api.tenancy { text += " Opens every \(tenancy.name)." }
        return text
    }

    private func form(_ kind: ResolvedKeyKind) -> String {
        guard let form = kind.form else { return "" }
        return kind.prefix.isEmpty ? " It matches `^(?:\(form))$`." : " What follows the prefix matches `^(?:\(form))$`."
    }

    /// How the text is written into its place, where that is not all that the place holds.
    private var use: String? {
        switch credential.place {
        case .header, .query, .scheme("Bearer", "Authorization"):
            return credential.isToken && !api.scopes.isEmpty ? "A token \(holds(credential.holds))" : nil
        case .scheme(let scheme, let header): return "The header field `\(header)` holds the word `\(scheme)`, a space and the key."
        case .basic(.user, let other): return "The user name is the key; the password is \(other.inWords)."
        case .basic(.password, let other): return "The password is the key; the user name is \(other.inWords)."
        }
    }

    /// Where a token may be kept.
    private var keeping: String? {
        switch credential.use {
        case .anywhere where credential.isToken: "Tokens are for use anywhere, browsers included."
        case .serverOnly where credential.isToken: "Tokens are for use on servers only."
        case .anywhere, .serverOnly, nil: nil
        }
    }

    private var roles: String? {
        guard !credential.roles.isEmpty else { return nil }
        let roles = api.roles.filter { credential.roles.contains($0.name) }
        return "Callers have roles:\n\n" + roles.map(line).joined(separator: "\n")
    }

    /// The other places in which it may stand.
    private var elsewhere: String? {
        guard !credential.fallbackPlaces.isEmpty else { return nil }
        let places = credential.fallbackPlaces.map(\.withScheme).inWords(conjunction: "or")
        let several = credential.duplicates == .reject ? "A request with more than one of them is refused." : "The first one counts."
        return "It may stand in \(places) instead. \(several)"
    }

    /// The scopes, which OpenAPI has no place for in a scheme of this type.
    private var scopes: String {
        guard !api.scopes.isEmpty else { return "" }
        return "\n\nScopes:\n\n" + api.scopes.map(line).joined(separator: "\n")
    }

    /// A scope or a role in a list of them.
    private func line(_ scope: ResolvedScope) -> String {
        switch scope.grants {
        case .all: "- `\(scope.name)` (satisfies every other): \(scope.about)"
        case .only([]): "- `\(scope.name)`: \(scope.about)"
        case .only(let names): "- `\(scope.name)` (satisfies \(names.map { "`\($0)`" }.inWords(conjunction: "and"))): \(scope.about)"
        }
    }

    private func holds(_ scopes: ScopeNames) -> String {
        switch scopes {
        case .all: "can hold any scope."
        case .only(let names): "can hold \(names.map { "`\($0)`" }.inWords(conjunction: "and")) only."
        }
    }
}

extension APIDescription.Credential.Place {
    /// The place with what stands there beside the key, for a sentence.
    fileprivate var withScheme: String {
        switch self {
        case .header, .query: inWords
        case .scheme(let scheme, _): "\(inWords) behind the word `\(scheme)` and a space"
        case .basic(.user, _): "\(inWords) as the user name of `Basic`"
        case .basic(.password, _): "\(inWords) as the password of `Basic`"
        }
    }
}

extension APIDescription.Credential.OtherPart {
    fileprivate var inWords: String {
        switch self {
        case .empty: "empty"
        case .any: "not looked at"
        }
    }
}
