public import CharterBearer
public import CharterRuntime
public import CharterServer
public import CharterService
import Foundation
public import GRDB
public import Hummingbird
import RavenModels
import RavenRoutes
public import ServiceLifecycle

/// Raven Cloud as it is served: over SQLite, with a spool in the folder of the database.
public struct RavenCloud: APIService {
    let storage: SQLiteRaven
    private let resources: ServiceResources
    private let gateway: SpoolGateway
    private let worker: DeliveryWorker<SQLiteRaven>

    /// Opens Raven Cloud on a database whose tables are up to date.
    public init(_ resources: ServiceResources) throws {
        self.resources = resources
        storage = SQLiteRaven(resources.store)
        gateway = SpoolGateway(folder: URL(fileURLWithPath: resources.folder).appending(path: Self.spool))
        worker = DeliveryWorker(storage, gateway: gateway, clock: resources.clock, logger: resources.logger)
    }

    /// The present instant, as Raven Cloud tells of it.
    var now: Timestamp { resources.clock.now.roundedDown }

    /// The name of the spool's folder.
    static let spool = "spool"

    /// What Raven Cloud documents.
    public static var api: APIDescription { .raven }

    /// Who somebody is; what they may do is looked up.
    public var claims: CallerClaims { .raven(storage, clock: resources.clock) }

    /// The tenants of the database.
    public var tenants: (any TenantDirectory)? { storage }

    /// What delivers messages.
    public var workers: [any Service] {
        [DeliveryService(worker: worker)]
    }

    /// The commands that make a database where there is none.
    public static var databaseMakers: [String] { ["tenants create", "serve", "seed"] }

    /// Adds what makes Raven Cloud's tables.
    public static func registerMigrations(in migrator: inout DatabaseMigrator) {
        migrator.registerRaven()
    }

    /// Adds every endpoint to a router.
    public func register(on router: some RouterMethods<some RequestContext>, through routes: APIRoutes) {
        RavenService(storage, clock: resources.clock).register(on: router, through: routes, effects: storage.effects)
    }

    /// Whether there is a tenant of that slug.
    public func hasTenant(_ name: String) async throws -> Bool {
        try await storage.hasTenant(name)
    }

    /// Makes sure that a key is one that `createKey` would make.
    public static func check(_ key: KeyDraft) throws {
        let body = TenantKeyCreate(name: key.name ?? "nameless", rateLimitRpm: key.limits[TenantKey.rateField])
        let faults = try api.faults(in: JSONCoding.encode(body), against: .named("TenantKeyCreate"))
        guard faults.isEmpty else { throw CommandRefusal(faults.map { "'\($0.field)' \($0.message)" }.joined(separator: "; ")) }
    }

    /// The identifier of the person with an e-mail address.
    ///
    /// - Throws: `CommandRefusal` for an address that nobody has, for identifiers are the single sign-on's to give, and for one that several have.
    public func subject(of name: String) async throws -> String {
        if let person = try await known(at: name, preferring: nil) { return person.description }
        guard UniqueID(name) == nil else { return name }
        throw CommandRefusal(
            "nobody is known by '\(name)': give somebody new an identifier, as in "
                + "'tokens issue --user \(UniqueID()) --claim \"name=Ada Vale\" --claim email=ada@example.org', whose first call makes them known"
        )
    }

    /// Takes a token back.
    public func revokeToken(_ id: String, endingAt end: Timestamp?) async throws -> Bool {
        try await storage.revokeToken(id, endingAt: end, at: resources.clock.now)
        return true
    }

    /// Fills an empty database with five tenants.
    public func seed(at instant: Timestamp) async throws -> ServiceSample {
        let data = DataSet.sample(at: instant)
        do {
            try await storage.fill(with: data)
        } catch let error as StorageNotEmpty {
            throw CommandRefusal(error.description)
        }
        return ServiceSample(data)
    }

    /// Empties the spool, once what is being delivered lies there.
    public func forgetDemonstration() async throws {
        guard resources.isDemonstration else { return }
        try await worker.resting { try await gateway.empty() }
    }
}
