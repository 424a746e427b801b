import CharterYAML

/// One way for a caller to say who it is.
package struct Credential: Sendable {
    package var name: Located<String>
    package var place: Located<CredentialPlace>
    /// The places that are looked at where the first one is empty.
    package var fallbackPlaces: [Located<CredentialPlace>]
    package var twice: Located<Duplicates>
    /// Whether it is a token that says itself who its bearer is; else it is a key of one of its kinds.
    package var isToken: Bool
    /// What a 401 asks for; nil where that follows from the place.
    package var challenge: Located<Setting<String>>?
    package var about: String?
    package var kinds: [KeyKind]
    /// What a token can hold; keys hold what their kind says.
    package var holds: Located<ScopeSet>
    /// Where a token may be kept; keys are kept where their kind says.
    package var use: Located<KeyKind.Use>?
    /// The roles that its callers can have; nil where they have none.
    package var roles: Located<ScopeSet>?
    package var limits: [Located<String>]

    /// What becomes of a request that fills in two places.
    package enum Duplicates: String, CaseIterable, Sendable {
        case reject, first
    }
}

/// Where a request carries a credential.
package enum CredentialPlace: Hashable, Sendable {
    case header(String)
    case scheme(String, header: String)
    case query(String)
    case basic(BasicPart, other: OtherPart)

    /// The part of a Basic credential that holds the key.
    package enum BasicPart: String, Hashable, Sendable {
        case user, password
    }

    /// What its other part is: without text, or not looked at.
    package enum OtherPart: String, Hashable, Sendable {
        case empty, any
    }

    /// The header field that it fills in, or nil.
    package var headerField: String? {
        switch self {
        case .header(let name), .scheme(_, let name): name
        case .basic: "Authorization"
        case .query: nil
        }
    }
}

/// One kind of key, told from the others by its prefix.
package struct KeyKind: Sendable {
    package var name: Located<String>
    /// What every such key begins with; empty for the only kind of a credential, whose form then says what its keys look like.
    package var prefix: Located<String>
    /// The pattern of what stands behind the prefix.
    package var form: Located<String>?
    package var use: Located<Use>
    package var holds: Located<ScopeSet>
    package var limits: [Located<String>]
    /// The environment on whose servers alone such a key is valid.
    package var environment: Located<String>?
    package var opensEveryTenant: Located<Bool>
    package var about: String?

    /// Where such a key may be kept.
    package enum Use: String, CaseIterable, Sendable {
        case anywhere
        case serverOnly = "server-only"
    }
}

/// Some scopes or roles, or all there are; a name that ends in `*` stands for all that begin so.
package enum ScopeSet: Sendable {
    case all
    case only([Located<String>])

    /// The names that are given one by one.
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

/// What a person may do within a tenant.
package struct Role: Sendable {
    package var name: Located<String>
    package var about: String
    package var grants: Located<ScopeSet>
}
