/// What a client presents: one key, or keys of several credentials for endpoints that ask for them at once.
public protocol KeyRing: Hashable, Sendable {
    /// The types of its keys.
    static var kinds: [any APIKey.Type] { get }
    /// The keys, of which each request carries those that its endpoint asks for.
    var keys: [any APIKey] { get }
}

extension KeyRing where Self: APIKey {
    /// The type itself.
    public static var kinds: [any APIKey.Type] { [Self.self] }

    /// The key itself.
    public var keys: [any APIKey] { [self] }
}
