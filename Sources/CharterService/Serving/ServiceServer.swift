import CharterBearer
import CharterRuntime
import CharterServer
import CharterSQLite
import GRDB
import Hummingbird
public import Logging
import NIOCore
public import UnixSignals

/// Serves a service at a port until it is told to stop.
public struct ServiceServer<Served: APIService>: Sendable {
    private let settings: ServeSettings
    private let resources: ServiceResources
    private let clock: DemoClock?

    /// Opens the database of a service, and makes it if there is none.
    ///
    /// - Parameters:
    ///   - database: The file; its folder must be there.
    ///   - settings: How the service is to be served.
    /// - Throws: what keeps the database from being opened.
    public init(database: String, _ settings: ServeSettings, logger: Logger = Logger(label: "charter.service")) throws {
        self.settings = settings
        clock = settings.demonstration.map { _ in DemoClock() }
        resources = ServiceResources(
            store: try .open(database, for: Served.self),
            clock: clock ?? SystemClock(),
            folder: database.parentFolder,
            isDemonstration: settings.demonstration != nil,
            logger: logger
        )
    }

    /// Serves until a signal arrives or the task is cancelled; requests that are under way are answered first.
    ///
    /// - Parameters:
    ///   - signals: The signals that end it in good order.
    ///   - announce: Called once when it listens, before which nothing is said to be ready.
    /// - Throws: what keeps the service from beginning, what `announce` throws, and what ends a worker.
    public func run(
        endingAt signals: [UnixSignal] = [.sigterm, .sigint],
        announce: @escaping @Sendable (ListeningService) async throws -> Void
    ) async throws {
        let service = try Served(resources)
        let throttles = InMemoryLimitStore(clock: resources.clock)
        let router = Router(context: AddressedRequestContext.self)
        service.register(on: router, through: try routes(of: service, throttles))
        let demo = try await demo(of: service, throttles)
        demo?.control.register(on: router)

        let beginning = Beginning()
        let store = resources.store
        let server = APIServer(
            Served.api,
            router: router,
            address: .hostname(settings.host, port: settings.port),
            forgetting: [store] + service.forgetting,
            services: [beginning] + service.workers,
            clock: resources.clock,
            logger: resources.logger,
            onRunning: { channel in
                await beginning.note { try await announce(listening(at: channel, demo)) }
            },
            isReady: { try await store.read { try $0.execute(sql: "SELECT 1") } }
        )
        try await server.runUntilSignal(signals)
        try await store.close()
    }

    private func routes(of service: Served, _ throttles: InMemoryLimitStore) throws -> APIRoutes {
        APIRoutes(
            Served.api,
            keys: resources.store,
            tokens: Served.hasTokens ? try verifier(of: service) : nil,
            tenants: service.tenants,
            publicURL: settings.publicURL,
            secret: settings.secret.ofServer,
            clock: resources.clock,
            throttles: throttles,
            quotas: resources.store
        )
    }

    private func verifier(of service: Served) throws -> JSONWebTokenVerifier {
        let clock = resources.clock
        if let authority = settings.tokens { return authority.verifier(claims: service.claims, clock: clock) }
        return JSONWebTokenVerifier(
            keys: VerificationKeys(try settings.secret.ofTokens),
            rules: TokenRules(issuer: Served.tokenParty, audience: Served.tokenParty),
            claims: service.claims,
            now: { clock.now }
        )
    }

    private func demo(of service: Served, _ throttles: InMemoryLimitStore) async throws -> Demo? {
        guard settings.demonstration != nil, let clock else { return nil }
        let sample = try await service.seed(at: clock.now.startOfDay)
        let credentials = try await DemoCredentials(sample, resources, settings.secret).issue(for: service)
        let snapshot = try await DatabaseSnapshot(of: resources.store)
        let store = resources.store
        let control = DemoControl(clock: clock) {
            try await snapshot.restore(to: store)
            try await service.forgetDemonstration()
            throttles.forgetAll()
        }
        return Demo(sample: sample, credentials: credentials, control: control)
    }

    private func listening(at channel: any Channel, _ demo: Demo?) throws -> ListeningService {
        let port = channel.localAddress?.port ?? settings.port
        let host = settings.host.contains(":") ? "[\(settings.host)]" : settings.host
        let origin = "http://\(host):\(port)"
        let baseURL = origin + (Served.api.servers.first?.basePath ?? "")
        let fixtures = demo?.fixtures(baseURL: baseURL, origin: origin)
        if let file = settings.demonstration?.fixtures, let fixtures { try fixtures.write(to: file) }
        return ListeningService(baseURL: baseURL, fixtures: fixtures)
    }
}
