public import CharterRuntime
public import Hummingbird
public import Logging
public import NIOCore
public import ServiceLifecycle
public import UnixSignals

/// A server as it should run: with limits for slow and large requests, with `/healthz`, with stores that forget what is over, and with an end at which no request is cut off.
///
/// ```swift
/// let router = Router(context: AddressedRequestContext.self)
/// Shop().register(on: router, through: routes, effects: store)
/// let server = APIServer(
///     .shop, router: router, address: .hostname("0.0.0.0", port: 8080), forgetting: [store],
///     isReady: { try await store.read { try $0.execute(sql: "SELECT 1") } }
/// )
/// try await server.runUntilSignal()
/// ```
///
/// When it is told to stop, it ceases to be ready, ends idle connections and takes no new ones, answers the requests that run, and then stops what it was given to run beside.
public struct APIServer: Service {
    private let services: [ServiceGroupConfiguration.ServiceConfiguration]
    private let shutdown: ShutdownRules
    private let logger: Logger

    /// Creates a server; nothing runs yet.
    ///
    /// - Parameters:
    ///   - api: What the API documents: what is refused before a path is known, such as a header that is too large, is answered in its form of errors.
    ///   - router: What answers requests.
    ///   - address: Where to listen.
    ///   - limits: What a connection may send, and how long it may take.
    ///   - healthPath: Where ``Health`` is asked; nil for nowhere.
    ///   - shutdown: How the server comes to its end.
    ///   - stores: Where calls and counts are kept, to forget what is over every five minutes.
    ///   - services: What else is to run, begun before the server and ended behind it, such as a client or the metrics' backend. One that ends by itself ends the server,
    ///     in good order.
    ///   - clock: The clock of the server.
    ///   - logger: Where the server and each request log.
    ///   - onRunning: Called once the server listens.
    ///   - isReady: Throws what keeps the server from its work, such as a database that does not answer.
    /// - Precondition: The router has routes, and none at `healthPath`.
    public init<Context: RequestContext>(
        _ api: APIDescription,
        router: Router<Context>,
        address: BindAddress = .hostname("127.0.0.1", port: 8080),
        limits: ConnectionLimits = ConnectionLimits(),
        healthPath: String? = "/healthz",
        shutdown: ShutdownRules = ShutdownRules(),
        forgetting stores: [any ForgettingStore] = [],
        services: [any Service] = [],
        clock: any ServerClock = SystemClock(),
        logger: Logger = Logger(label: "charter.server"),
        onRunning: @escaping @Sendable (any Channel) async -> Void = { _ in },
        isReady: @escaping @Sendable () async throws -> Void = {}
    ) where Context.Source == ApplicationRequestContextSource {
        guard !router.routes.isEmpty else {
            fatalError("the router has no route, so that nobody would serve '\(api.title)': register its handlers on the router first")
        }
        let health = healthPath.map { Health(path: $0, logger: logger, isReady: isReady) }
        health?.register(on: router)
        let application = Application(
            router: router,
            server: .http1(limits: limits, api: api, clock: clock, logger: logger),
            configuration: ApplicationConfiguration(address: address),
            onServerRunning: onRunning,
            logger: logger
        )
        let upkeep = stores.isEmpty ? [] : [StoreUpkeep(of: stores, clock: clock, logger: logger)]
        let (asked, ask) = AsyncStream.makeStream(of: Void.self)
        let companions = (services + upkeep).map { Companion(service: $0, ask: { ask.yield() }, logger: logger) }
        let notice = ShutdownNotice(health: health, time: shutdown.notice, asked: asked)
        self.services =
            companions.map { .init(service: $0, failureTerminationBehavior: .gracefullyShutdownGroup) } + [
                .init(service: application), .init(service: notice, successTerminationBehavior: .gracefullyShutdownGroup),
            ]
        self.shutdown = shutdown
        self.logger = logger
    }

    /// Runs until the surrounding service group shuts down.
    ///
    /// - Throws: what kept the server from listening, or a service from running.
    public func run() async throws {
        try await group.run()
    }

    /// Runs until the process is told to stop, by SIGTERM or SIGINT unless you say others.
    ///
    /// Who tells it twice does not want to wait: what is not answered by then is cancelled.
    ///
    /// - Throws: what kept the server from listening, or a service from running.
    public func runUntilSignal(_ signals: [UnixSignal] = [.sigterm, .sigint]) async throws {
        let group = group
        let arriving = await UnixSignalsSequence(trapping: signals)
        try await withThrowingTaskGroup(of: Bool.self) { tasks in
            tasks.addTask {
                try await group.run()
                return true
            }
            tasks.addTask {
                var isTold = false
                for await _ in arriving {
                    if isTold { return true }
                    isTold = true
                    await group.triggerGracefulShutdown()
                }
                return false
            }
            // Over is it when the server has ended, or when it is told so again.
            for try await isOver in tasks where isOver { break }
            tasks.cancelAll()
            do {
                try await tasks.waitForAll()
            } catch is CancellationError where !Task.isCancelled {}
        }
    }

    private var group: ServiceGroup {
        var configuration = ServiceGroupConfiguration(services: services, logger: logger)
        configuration.maximumGracefulShutdownDuration = shutdown.patience.map { $0 + shutdown.notice }
        return ServiceGroup(configuration: configuration)
    }
}
