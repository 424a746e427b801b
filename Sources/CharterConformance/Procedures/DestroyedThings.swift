import CharterRuntime
import Synchronization

/// What checks have deleted on a server that cannot be put back: no later check can ask for it.
final class DestroyedThings: Sendable {
    private let paths = Mutex<Set<String>>([])

    /// Notes that a request has deleted something.
    func note(_ deletion: EndpointRequest) {
        guard let path = deletion.endpoint.path.filled(with: deletion.path), !deletion.path.isEmpty else { return }
        paths.withLock { _ = $0.insert(path) }
    }

    /// - Throws: ``MissingFixture`` where the request is for something that is gone, or for something in it.
    func check(_ request: EndpointRequest) throws(MissingFixture) {
        guard let path = request.endpoint.path.filled(with: request.path) else { return }
        let gone = paths.withLock { $0.first { path == $0 || path.hasPrefix($0 + "/") } }
        guard let gone else { return }
        throw MissingFixture("\"control\", to put back \(gone), which a check before this one has deleted")
    }
}
