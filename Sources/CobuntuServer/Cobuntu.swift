import CharterRuntime
import CharterServer
import CharterService
import CharterSQLite
import CobuntuModels
import CobuntuRoutes
import Foundation
import GRDB
import Hummingbird
import ServiceLifecycle

/// Cobuntu on a SQLite database, with everything around its routes.
public struct Cobuntu: APIService {
    /// What the API documents.
    public static var api: APIDescription { .cobuntu }

    /// The endpoints, and the admin side's sends.
    package let handlers: CobuntuService<SQLiteStore>
    /// What takes e-mails out of the outbox.
    package let delivery: DeliveryWorker<SQLiteStore>
    private let spool: MailSpool
    private let isDemonstration: Bool

    /// Opens Cobuntu on its database.
    ///
    /// E-mails go into the folder of the variable `COBUNTU_SPOOL`, or into `spool` beside the database; those of a demonstration always into the latter, which it
    /// removes when it begins anew.
    public init(_ resources: ServiceResources) throws {
        let named = ProcessInfo.processInfo.environment["COBUNTU_SPOOL"].flatMap { $0.isEmpty || resources.isDemonstration ? nil : $0 }
        isDemonstration = resources.isDemonstration
        spool = MailSpool(folder: URL(fileURLWithPath: named ?? "\(resources.folder)/spool"))
        handlers = CobuntuService(resources.store, clock: resources.clock)
        delivery = DeliveryWorker(
            resources.store,
            spool,
            clock: resources.clock,
            turn: "\(resources.folder)/delivery.lock",
            logger: resources.logger
        )
    }

    /// The commands that make a database where there is none.
    public static var databaseMakers: [String] { ["communities import", "communities create", "serve", "seed"] }

    /// Adds what makes Cobuntu's tables.
    public static func registerMigrations(in migrator: inout DatabaseMigrator) {
        migrator.registerCobuntu()
    }

    /// Adds every endpoint to a router.
    public func register(on router: some RouterMethods<some RequestContext>, through routes: APIRoutes) {
        handlers.register(on: router, through: routes, effects: handlers.storage)
    }

    /// The delivery of broadcasts.
    public var workers: [any Service] { [delivery] }

    /// What became of e-mails.
    public var forgetting: [any ForgettingStore] { [EndedMails(storage: handlers.storage)] }

    /// Whether there is a community of that tag.
    public func hasTenant(_ name: String) async throws -> Bool {
        try await handlers.storage.hasCommunity(name)
    }

    /// Fills an empty database with two communities.
    ///
    /// - Throws: `CommandRefusal` where there are communities already.
    public func seed(at instant: Timestamp) async throws -> ServiceSample {
        let communities = Landmarks.all.map { CommunitySeed.community($0, at: instant) }
        do {
            try await handlers.storage.fill(with: communities)
        } catch let fault as StorageNotEmpty {
            throw CommandRefusal(fault.description)
        }
        return try .cobuntu(communities, at: instant)
    }

    /// Takes away the e-mails of the demonstration.
    public func forgetDemonstration() async throws {
        guard isDemonstration else { return }
        // What was being delivered would come back into the spool.
        try await delivery.whileIdle {
            guard FileManager.default.fileExists(atPath: spool.folder.path) else { return }
            try FileManager.default.removeItem(at: spool.folder)
        }
    }
}
