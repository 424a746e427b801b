public import CharterServer
public import CharterSQLite
public import Logging

/// What a service works with.
public struct ServiceResources: Sendable {
    /// The database; its tables are up to date.
    public let store: SQLiteStore
    /// The clock of the server, which a demonstration can put forward.
    public let clock: any ServerClock
    /// The folder in which the service keeps what is not in its database, without a slash at its end; it may not be there yet.
    public let folder: String
    /// Where the service tells of what nobody asked for.
    public let logger: Logger

    /// Puts together what a service works with.
    public init(
        store: SQLiteStore,
        clock: any ServerClock = SystemClock(),
        folder: String,
        logger: Logger = Logger(label: "charter.service")
    ) {
        self.store = store
        self.clock = clock
        self.folder = folder
        self.logger = logger
    }
}
