/// Tells a call that may be repeated from all others: a hash of its key, and of whatever the key is unique within.
///
/// It says nothing of the key itself.
public struct CallID: Hashable, Sendable {
    /// The 32 bytes of the hash (SHA-256).
    public let bytes: [UInt8]

    /// Takes up an identifier that was stored.
    ///
    /// - Returns: nil unless there are 32 bytes.
    public init?(bytes: [UInt8]) {
        guard bytes.count == 32 else { return nil }
        self.bytes = bytes
    }
}
