import CharterRuntime
import CharterServer

/// Where Cobuntu keeps what communities have.
///
/// Handlers reach data through a ``CommunityReading`` or a ``CommunityChanging`` alone, each of which is bound to one community: none can forget whose data it works on.
/// ``CharterSQLite/SQLiteStore`` is the one storage so far; another database needs these protocols and nothing else.
package protocol CobuntuStorage: EffectStore where Transaction: EffectTransaction {
    /// A community as it is read.
    associatedtype Reading: CommunityReading
    /// A community as it is changed.
    associatedtype Changing: CommunityKeeping

    /// The data of a community, as it is at each reading.
    func community(_ tag: String) -> Reading

    /// The data of a community within a transaction.
    func community(_ tag: String, in transaction: Transaction) -> Changing

    /// Whether there is a community of that tag.
    func hasCommunity(_ tag: String) async throws -> Bool

    /// Every community, by its tag.
    func communities() async throws -> [CommunityFacts]

    /// All of a community that an import brings in, as of one moment; nil where there is no such community.
    func contents(of tag: String) async throws -> SeededCommunity?

    /// Fills an empty storage.
    ///
    /// - Throws: ``StorageNotEmpty`` where there is a community already.
    func fill(with communities: [SeededCommunity]) async throws

    /// E-mails that are to go out by now, the oldest first.
    func dueMails(by now: Timestamp, atMost count: Int) async throws -> [DueMail]

    /// E-mails that are still to go out, now or later; nil where there are none.
    func waitingMails() async throws -> WaitingMails?

    /// Notes what became of e-mails; a broadcast whose last e-mail has gone out is sent then.
    func settle(_ outcomes: [MailOutcome], at now: Timestamp) async throws

    /// Forgets e-mails that have gone out, or never will, since before an instant; their broadcasts stay.
    func forgetMails(endedBefore instant: Timestamp) async throws
}

extension CobuntuStorage {
    /// Changes a community, all of it or nothing.
    func change<Result: Sendable>(_ tag: String, _ body: @Sendable (Changing) async throws -> Result) async throws -> Result {
        try await withTransaction { try await body(community(tag, in: $0)) }
    }
}

/// A storage that holds something cannot be filled with a data set.
package struct StorageNotEmpty: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong, and how to mend it.
    package var description: String { "there are communities in the database already: fill another one, or remove it first" }
}
