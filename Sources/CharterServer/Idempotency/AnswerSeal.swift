import Crypto

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Seals the answer of a call (AES-256-GCM): only who sends the call's key again, to a server of the same secret, gets it back.
///
/// An answer can hold a secret, such as a key that was made; a store that is read by others does not show it.
struct AnswerSeal {
    private let key: SymmetricKey
    private let call: CallID

    init(_ secret: ServerSecret, _ call: CallID, idempotencyKey: String) {
        key = secret.key(ofAnswersUnder: idempotencyKey)
        self.call = call
    }

    /// The sealed answer: a nonce made by chance, the cipher's text, and its tag, which covers the call too.
    func closed(_ answer: KeptAnswer) throws -> [UInt8] {
        guard let box = try AES.GCM.seal(answer.bytes, using: key, authenticating: call.bytes).combined else {
            preconditionFailure("a nonce of the usual length is always joined to its text")
        }
        return Array(box)
    }

    /// Opens an answer.
    ///
    /// - Throws: ``UnreadableAnswer``
    func opened(_ sealed: [UInt8]) throws(UnreadableAnswer) -> KeptAnswer {
        guard let box = try? AES.GCM.SealedBox(combined: sealed),
            let bytes = try? AES.GCM.open(box, using: key, authenticating: call.bytes),
            let answer = KeptAnswer(bytes: Array(bytes))
        else { throw UnreadableAnswer() }
        return answer
    }
}
