/// What a client has instead of a key where it presents none: it can call the endpoints alone that are open to anyone.
///
/// It has no values: `ShopClient(baseURL:transport:)` makes a client of this kind.
public enum NoKey: KeyRing {
    /// None.
    public static var kinds: [any APIKey.Type] { [] }

    /// None.
    public var keys: [any APIKey] { [] }
}
