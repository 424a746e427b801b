import CharterRuntime

/// An e-mail that is to go out.
package struct OutgoingMail: Hashable, Sendable {
    /// Its number in the outbox.
    package var number: Int64
    /// The broadcast that it is of.
    package var broadcast: UniqueID
    /// The community that sends it.
    package var community: String
    /// What the community is called.
    package var communityName: String
    /// The community's own address.
    package var sender: String
    /// Where replies go; nil for the community's own address.
    package var replyTo: String?
    /// The member whom it goes to.
    package var recipient: Person
    /// The subject.
    package var subject: String
    /// The text.
    package var text: String
    /// The same as HTML, or nil.
    package var html: String?
    /// When the broadcast was accepted.
    package var acceptedAt: Timestamp
    /// How often it could not be delivered.
    package var attempts: Int

    /// Names the e-mail among all others, whenever it is delivered again (RFC 5322 §3.6.4).
    package var messageID: String { "<\(broadcast).\(recipient.id)@\(community).cobuntu.invalid>" }
}

/// A row of the outbox that is due.
package enum DueMail: Hashable, Sendable {
    /// An e-mail that is to go out.
    case mail(OutgoingMail)
    /// One that cannot be read, by its number, and why; it must keep no other waiting.
    case damaged(Int64, reason: String)
}

/// What became of an e-mail.
package struct MailOutcome: Hashable, Sendable {
    /// Its number in the outbox.
    package var number: Int64
    /// The broadcast that it is of; nil where that cannot be read.
    package var broadcast: UniqueID?
    /// What became of it.
    package var result: Result

    /// What became of an e-mail.
    package enum Result: Hashable, Sendable {
        /// It has gone out.
        case delivered
        /// It never will.
        case refused
        /// It is to be tried again.
        case postponed(until: Timestamp)
    }
}
