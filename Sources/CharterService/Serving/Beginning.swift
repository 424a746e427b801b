import ServiceLifecycle

/// Ends a server whose beginning failed after it had begun to listen, such as by a file that could not be written.
actor Beginning: Service {
    private var failure: (any Error)?
    private var waiting: CheckedContinuation<Void, Never>?

    /// Does what belongs to the beginning; if it throws, the server ends with that error.
    func note(_ body: @Sendable () async throws -> Void) async {
        do {
            try await body()
        } catch {
            failure = error
            waiting?.resume()
            waiting = nil
        }
    }

    func run() async throws {
        await cancelWhenGracefulShutdown {
            await withTaskCancellationHandler {
                await self.failed()
            } onCancel: {
                Task { await self.end() }
            }
        }
        if let failure { throw failure }
    }

    private func failed() async {
        if failure != nil || Task.isCancelled { return }
        await withCheckedContinuation { waiting = $0 }
    }

    private func end() {
        waiting?.resume()
        waiting = nil
    }
}
