import Crypto

/// What a server seals with, so that nobody else can make, change or read it: the cursors of its lists, and the answers that it remembers of calls.
///
/// Each use has a key of its own, derived from the secret (HKDF-SHA256, RFC 5869). Give a secret of your own where several processes serve an API, or where what was
/// sealed must outlive the process; keep it as you keep a password.
public struct ServerSecret: Sendable {
    /// Seals cursors.
    let cursors: SymmetricKey
    private let answers: SymmetricKey

    /// The fewest bytes that a secret may have: as many as the seals have (RFC 2104 §3).
    public static let minimumByteCount = 32

    /// One that is made by chance and lasts as long as the process: what it sealed is refused after a restart, and by other processes.
    public static let ofThisProcess = ServerSecret(SymmetricKey(size: .bits256))

    /// Takes up a secret, such as 32 bytes that were made by chance.
    ///
    /// - Precondition: There are at least ``minimumByteCount`` bytes.
    public init(bytes: some Sequence<UInt8>) {
        let bytes = Array(bytes)
        precondition(bytes.count >= Self.minimumByteCount, "a server's secret has at least \(Self.minimumByteCount) bytes")
        self.init(SymmetricKey(data: bytes))
    }

    private init(_ secret: SymmetricKey) {
        cursors = secret.derived(for: "charter cursors")
        answers = secret.derived(for: "charter answers")
    }

    /// Seals the answer of a call: whoever does not send the call's key cannot open it, whatever else they have.
    func key(ofAnswersUnder idempotencyKey: String) -> SymmetricKey {
        answers.derived(for: idempotencyKey)
    }
}

extension SymmetricKey {
    fileprivate func derived(for purpose: String) -> SymmetricKey {
        HKDF<SHA256>.deriveKey(inputKeyMaterial: self, info: Array(purpose.utf8), outputByteCount: SHA256.byteCount)
    }
}

extension ServerSecret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// No part of the secret.
    public var description: String { "ServerSecret" }
    /// No part of the secret either.
    public var debugDescription: String { description }
    /// No part of the secret either.
    public var customMirror: Mirror { Mirror(self, children: EmptyCollection<Mirror.Child>()) }
}
