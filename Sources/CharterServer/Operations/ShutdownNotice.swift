import ServiceLifecycle

/// Says that the server is not ready from the moment it shuts down, and holds up the rest of the shutdown for as long as others need to hear of it.
///
/// A service group ends its services from the last to the first: this one stands behind the server. Its own end is one more way to shut the group down.
struct ShutdownNotice: Service {
    let health: Health?
    let time: Duration
    /// Says when something beside the server asks it to shut down.
    let asked: AsyncStream<Void>

    func run() async throws {
        await cancelWhenGracefulShutdown {
            for await _ in asked { break }
        }
        health?.drain()
        try? await Task.sleep(for: time)
    }
}
