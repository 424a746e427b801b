/// A key that was just issued: its text, which is shown this once, and what is kept of it.
///
/// Neither descriptions nor reflection show the text.
public struct IssuedKey: Sendable {
    private let key: NewKey
    /// What is kept, and may be shown again.
    public let stored: StoredKey

    init(key: NewKey, stored: StoredKey) {
        self.key = key
        self.stored = stored
    }

    /// The key itself, for its holder alone.
    public var text: String { key.text }
}
