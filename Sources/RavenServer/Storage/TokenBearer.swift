public import CharterRuntime

/// A token as its claims name it, once its signature holds.
public struct PresentedToken: Hashable, Sendable {
    /// Of whom it speaks.
    public var user: UniqueID
    /// Its own name, by which it can be taken back; nil where it has none.
    public var id: String?

    /// Names a token.
    public init(user: UniqueID, id: String?) {
        self.user = user
        self.id = id
    }
}

/// What is known of whoever presents a token.
public struct TokenBearer: Hashable, Sendable {
    /// Whether the token was taken back.
    public var isTokenRevoked: Bool
    /// The person's roles, by the slugs of their tenants; nil for somebody unknown.
    public var roles: [String: String]?

    /// Says what is known.
    public init(isTokenRevoked: Bool, roles: [String: String]?) {
        self.isTokenRevoked = isTokenRevoked
        self.roles = roles
    }
}
