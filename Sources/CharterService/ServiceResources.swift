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
    /// Whether the service demonstrates itself, with a folder of its own: it then touches nothing outside of that, whatever the environment names.
    public let isDemonstration: Bool
    /// Where the service tells of what nobody asked for.
    public let logger: Logger

    /// Puts together what a service works with.
    public init(
        store: SQLiteStore,
        clock: any ServerClock = SystemClock(),
        folder: String,
        isDemonstration: Bool = false,
        logger: Logger = Logger(label: "charter.service")
    ) {
        self.store = store
        self.clock = clock
        self.folder = folder
        self.isDemonstration = isDemonstration
        self.logger = logger
    }
}
