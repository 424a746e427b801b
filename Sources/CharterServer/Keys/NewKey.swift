/// The text of a key that was just made: to be shown to its holder once, and kept nowhere.
///
/// Neither descriptions nor reflection show it, so that it stands in no log by accident.
public struct NewKey: Sendable {
    /// The key itself.
    public let text: String
    /// The first characters, by which people recognise it; what is behind them still has 128 random bits.
    public let displayPrefix: String

    /// What is kept of it.
    public var hash: KeyHash { KeyHash(of: text) }
}

extension NewKey: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// What may be shown of the key.
    public var description: String { displayPrefix + "…" }
    /// What may be shown of the key.
    public var debugDescription: String { description }
    /// What may be shown of the key.
    public var customMirror: Mirror { Mirror(self, children: ["displayPrefix": displayPrefix]) }
}
