/// What takes e-mails from the outbox to whom they are for.
package protocol MailDelivery: Sendable {
    /// Delivers an e-mail.
    ///
    /// It may be called again with one that was delivered, when the process was ended before that was noted: by its ``OutgoingMail/messageID`` the recipient must end
    /// up with one.
    ///
    /// - Throws: ``MailRefused`` for one that never can be delivered; every other error has it tried again later.
    func deliver(_ mail: OutgoingMail) async throws
}

/// An e-mail can never be delivered, such as one to an address that there is not.
package struct MailRefused: Error, Hashable, Sendable, CustomStringConvertible {
    /// Why.
    package let description: String

    /// Refuses an e-mail for a reason.
    package init(_ description: String) {
        self.description = description
    }
}
