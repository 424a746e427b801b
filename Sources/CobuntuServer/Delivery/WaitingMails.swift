import CharterRuntime

/// E-mails that are still to go out.
package struct WaitingMails: Hashable, Sendable {
    /// How many there are.
    package var count: Int
    /// When the first of them is to be tried.
    package var dueAt: Timestamp
}
