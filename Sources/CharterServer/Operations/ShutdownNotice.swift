import ServiceLifecycle

/// Says that the server is not ready from the moment it shuts down, and holds up the rest of the shutdown for as long as others need to hear of it.
///
/// A service group ends its services from the last to the first: this one stands behind the server.
struct ShutdownNotice: Service {
    let health: Health?
    let time: Duration

    func run() async throws {
        // Ends without an error where the group is cancelled instead.
        try? await gracefulShutdown()
        health?.drain()
        try? await Task.sleep(for: time)
    }
}
