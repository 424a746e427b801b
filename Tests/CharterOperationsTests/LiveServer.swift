import CharterRuntime
import CharterServer
import Hummingbird
import Logging
import NIOCore
import RunningPrograms
import ServiceLifecycle
import Testing
import UnixSignals

/// A server on a socket of this machine, and what is sent to it byte by byte.
struct LiveServer {
    let port: Int
    /// Tells the server to stop.
    let stop: @Sendable () async -> Void

    /// Runs a server for as long as `body` does, then stops it and waits for its end.
    ///
    /// - Parameters:
    ///   - signal: What tells the server to stop; `body` sends it.
    ///   - services: What runs beside the server.
    ///   - isCancelled: Whether the server is cancelled at the end, and not stopped in good order.
    static func run(
        limits: ConnectionLimits = .unhurried,
        shutdown: ShutdownRules = ShutdownRules(patience: nil),
        services: [any Service] = [],
        signal: UnixSignal? = nil,
        isCancelled: Bool = false,
        log: RecordingLog = RecordingLog(),
        answer: @escaping @Sendable (AuthorizedRequest) async throws -> JSONValue = { _ in .null },
        _ body: @escaping @Sendable (LiveServer) async throws -> Void
    ) async throws {
        let (ports, port) = AsyncStream.makeStream(of: Int.self)
        let server = APIServer(
            .watched(),
            router: try WatchedServer.router(answer: answer),
            address: .hostname("127.0.0.1", port: 0),
            limits: limits,
            shutdown: shutdown,
            services: services,
            logger: Logger(label: "live") { _ in log },
            onRunning: { port.yield($0.localAddress?.port ?? 0) }
        )
        let group = ServiceGroup(configuration: .init(services: [server], logger: Logger(label: "group") { _ in log }))
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask {
                if let signal { try await server.runUntilSignal([signal]) } else { try await group.run() }
                port.finish()
            }
            tasks.addTask {
                for await port in ports {
                    try await body(LiveServer(port: port) { await group.triggerGracefulShutdown() })
                    break
                }
                if signal == nil, !isCancelled { await group.triggerGracefulShutdown() }
            }
            do {
                try await tasks.next()
                if isCancelled { tasks.cancelAll() }
                try await tasks.waitForAll()
            } catch is CancellationError where isCancelled {}
        }
    }

    /// Opens a connection, and ends it with the body.
    ///
    /// - Parameter room: How many bytes the client's system takes ahead of it.
    func connect<Result: Sendable>(room: Int? = nil, _ body: (RawConnection) async throws -> Result) async throws -> Result {
        try await RawConnection.open(port: port, room: room, body)
    }

    /// Sends a text, and returns everything that comes until the server closes the connection.
    func exchange(_ text: String) async throws -> String {
        try await connect { connection in
            try await connection.send(text)
            return try await connection.rest()
        }
    }
}

extension ConnectionLimits {
    /// Times that no test reaches, on however busy a machine.
    static let unhurried = ConnectionLimits(
        headerTime: .seconds(3_600),
        bodyTime: .seconds(3_600),
        replyTime: .seconds(3_600),
        idleTime: .seconds(3_600)
    )
}
