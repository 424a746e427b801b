public import CharterRuntime

/// How a call was answered, for whoever makes it again.
public struct IdempotencyRecord: Hashable, Sendable {
    /// The call.
    public var call: CallID
    /// A hash of what was sent (SHA-256), by which another payload under the same key is known.
    public var payload: [UInt8]
    /// The status, header fields and body of the answer, sealed: only who sends the key again, to a server that has the secret, can read them.
    public var answer: [UInt8]
    /// The first instant at which the call is forgotten; nil for never.
    public var endsAt: Timestamp?

    /// Creates a record.
    public init(call: CallID, payload: [UInt8], answer: [UInt8], endsAt: Timestamp?) {
        self.call = call
        self.payload = payload
        self.answer = answer
        self.endsAt = endsAt
    }
}
