import CharterYAML

/// One way for a caller to say who it is.
package struct Credential: Sendable {
    package var name: Located<String>
    package var header: Located<String>
    package var about: String?
    package var kinds: [KeyKind]
}

/// One kind of key, told from the others by its prefix.
package struct KeyKind: Sendable {
    package var name: Located<String>
    package var prefix: Located<String>
    package var use: Located<Use>
    package var holds: Located<ScopeSet>
    package var limits: [Located<String>]
    package var about: String?

    /// Where such a key may be kept.
    package enum Use: String, CaseIterable, Sendable {
        case anywhere
        case serverOnly = "server-only"
    }
}

/// Some scopes, or all there are.
package enum ScopeSet: Sendable {
    case all
    case only([Located<String>])

    /// The scopes that are named one by one.
    package var names: [Located<String>] {
        switch self {
        case .all: []
        case .only(let names): names
        }
    }
}

/// A permission.
package struct Scope: Sendable {
    package var name: Located<String>
    package var about: String
    package var grants: Located<ScopeSet>
}
