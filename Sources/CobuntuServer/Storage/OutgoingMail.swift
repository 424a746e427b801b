public import CharterRuntime

/// An e-mail that is to go out.
public struct OutgoingMail: Hashable, Sendable {
    /// Its number in the outbox.
    public var number: Int64
    /// The broadcast that it is of.
    public var broadcast: UniqueID
    /// The community that sends it.
    public var community: String
    /// What the community is called.
    public var communityName: String
    /// The community's own address.
    public var sender: String
    /// Where replies go; nil for the community's own address.
    public var replyTo: String?
    /// The member whom it goes to.
    public var recipient: Person
    /// The subject.
    public var subject: String
    /// The text.
    public var text: String
    /// The same as HTML, or nil.
    public var html: String?
    /// When the broadcast was accepted.
    public var acceptedAt: Timestamp
    /// How often it could not be delivered.
    public var attempts: Int

    /// Names the e-mail among all others, whenever it is delivered again (RFC 5322 §3.6.4).
    public var messageID: String { "<\(broadcast).\(recipient.id)@\(community).cobuntu.invalid>" }
}

/// What became of an e-mail.
public struct MailOutcome: Hashable, Sendable {
    /// Its number in the outbox.
    public var number: Int64
    /// The broadcast that it is of.
    public var broadcast: UniqueID
    /// What became of it.
    public var result: Result

    /// What became of an e-mail.
    public enum Result: Hashable, Sendable {
        /// It has gone out.
        case delivered
        /// It never will.
        case refused
        /// It is to be tried again.
        case postponed(until: Timestamp)
    }
}
