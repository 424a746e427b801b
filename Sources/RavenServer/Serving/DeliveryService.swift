import CharterServer
import ServiceLifecycle

/// Deliveries as they run beside the routes: they end with them, and nothing that was begun is left half done.
struct DeliveryService<Storage: RavenStorage>: Service {
    let worker: DeliveryWorker<Storage>

    func run() async throws {
        await cancelWhenGracefulShutdown { await worker.run() }
    }
}
