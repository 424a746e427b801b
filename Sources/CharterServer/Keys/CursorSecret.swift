import Crypto

/// What a server seals the cursors of its lists with, so that nobody else can make or change one.
///
/// Give one of your own where several processes serve an API, or where cursors must outlive the process; keep it as you keep a password.
public struct CursorSecret: Sendable {
    let key: SymmetricKey

    /// The fewest bytes that a secret may have: as many as the seal has (RFC 2104 §3).
    public static let minimumByteCount = 32

    /// One that is made by chance and lasts as long as the process: what it sealed is refused after a restart, and by other processes.
    public static let ofThisProcess = CursorSecret(SymmetricKey(size: .bits256))

    /// Takes up a secret, such as 32 bytes that were made by chance.
    ///
    /// - Precondition: There are at least ``minimumByteCount`` bytes.
    public init(bytes: some Sequence<UInt8>) {
        let bytes = Array(bytes)
        precondition(bytes.count >= Self.minimumByteCount, "a secret for cursors has at least \(Self.minimumByteCount) bytes")
        self.init(SymmetricKey(data: bytes))
    }

    private init(_ key: SymmetricKey) {
        self.key = key
    }
}

extension CursorSecret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// No part of the secret.
    public var description: String { "CursorSecret" }
    /// No part of the secret either.
    public var debugDescription: String { description }
    /// No part of the secret either.
    public var customMirror: Mirror { Mirror(self, children: EmptyCollection<Mirror.Child>()) }
}
