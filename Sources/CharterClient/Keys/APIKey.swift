/// A key of one kind, checked to look like one.
///
/// A generated client has a type for each kind of key, so that calls which a kind may not make do not compile. Whatever prints a key
/// (interpolation, `debugPrint`, `dump`, a debugger) shows its prefix and an ellipsis; only ``text`` holds the secret.
public protocol APIKey: KeyRing, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The whole key, as a request carries it.
    var text: String { get }
    /// The name of the API's credential that this key is: `apiKey`.
    static var credential: String { get }
    /// The name of the kind of key: `secret`; empty for tokens, which have no kinds.
    static var kind: String { get }
    /// The characters that every key of this kind begins with: `sk_live_`. They are no secret. Empty for tokens.
    static var prefix: String { get }
    /// Takes a key.
    ///
    /// - Throws: ``InvalidKey`` if no key of this kind can look like that.
    init(_ text: String) throws(InvalidKey)
}

extension APIKey {
    /// The key's prefix and an ellipsis.
    public var description: String { Self.prefix + "…" }

    /// The kind of the key, its prefix and an ellipsis.
    public var debugDescription: String { "\(Self.self)(\(description))" }

    /// A mirror without children, so that reflection does not reach the secret.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
