import CharterRuntime
import Synchronization

/// What checks have deleted on a server that cannot be put back: no later check can ask for it.
final class DestroyedThings: Sendable {
    private let noted = Mutex<Set<String>>([])

    /// The paths of what is gone.
    var paths: Set<String> { noted.withLock { $0 } }

    /// Notes that a request has deleted something.
    func note(_ deletion: EndpointRequest) {
        guard let path = deletion.endpoint.path.filled(with: deletion.path), !deletion.path.isEmpty else { return }
        noted.withLock { _ = $0.insert(path) }
    }
}
