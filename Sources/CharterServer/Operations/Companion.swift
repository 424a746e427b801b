import Logging
import ServiceLifecycle

/// What runs beside a server, so that its end cuts no request off.
///
/// Where it ends by itself, the server is asked to shut down, and it counts as running until its turn comes: a group would cancel the requests that run.
struct Companion: Service {
    let service: any Service
    /// Asks the server to shut down.
    let ask: @Sendable () -> Void
    let logger: Logger

    /// Runs the service.
    ///
    /// - Throws: what the service threw, once the server has answered what ran.
    func run() async throws {
        do {
            try await service.run()
            await leave(nil)
        } catch {
            await leave(error)
            throw error
        }
    }

    private func leave(_ error: (any Error)?) async {
        guard !Task.isShuttingDownGracefully, !Task.isCancelled else { return }
        var metadata: Logger.Metadata = ["service": "\(type(of: service))"]
        if let error { metadata[AttributeName.error] = "\(error)" }
        logger.log(level: error == nil ? .notice : .error, "A service ended; the server shuts down.", metadata: metadata)
        ask()
        // Ends with an error where the group is cancelled instead.
        try? await gracefulShutdown()
    }
}
