import CharterRuntime
import HTTPTypes
import Synchronization

/// What checks have made on a server that cannot be put back, so that it is deleted again where the API lets one.
final class CleanUp: Sendable {
    private let deletions = Mutex<[EndpointRequest]>([])
    private let probe: EndpointProbe
    private let destroyed: DestroyedThings
    /// What was gone before the check began.
    private let gone: Set<String>
    private let lacking = Mutex<MissingFixture?>(nil)

    init(_ probe: EndpointProbe, noting destroyed: DestroyedThings) {
        self.probe = probe
        self.destroyed = destroyed
        gone = destroyed.paths
    }

    /// Notes a reply that may have made something.
    func note(_ reply: HTTPReply, to request: EndpointRequest) {
        if reply.head.status.code == probe.api.errors.status(of: .notFound), let path = path(ofWhatIsGone: request) {
            let lack = MissingFixture("\"control\", to put back \(path), which a check before this one has deleted")
            lacking.withLock { $0 = $0 ?? lack }
        }
        if request.endpoint.method == .delete, request.endpoint.success.isStatus(of: reply) { destroyed.note(request) }
        let deletion: EndpointRequest? =
            switch request.endpoint.method {
            case .post where request.endpoint.success.isStatus(of: reply): probe.deletion(of: reply, to: request)
            case .put where reply.head.status == .created: deletion(of: request)
            default: nil
            }
        if let deletion { deletions.withLock { $0.append(deletion) } }
    }

    /// What an earlier check has deleted, and this one did not find; nil where it found all.
    var lack: MissingFixture? { lacking.withLock { $0 } }

    private func path(ofWhatIsGone request: EndpointRequest) -> String? {
        guard !gone.isEmpty, let path = request.endpoint.path.filled(with: request.path) else { return nil }
        return gone.first { path == $0 || path.hasPrefix($0 + "/") }
    }

    /// Deletes what was made; what is not deleted stays.
    func carryOut(through exchanger: Exchanger) async {
        let made = deletions.withLock { list in
            defer { list = [] }
            return list
        }
        for deletion in made {
            try? await exchanger.delete(deletion)
        }
    }

    /// Deletes what a request has put at its own place, unless the fixtures say that it was there.
    private func deletion(of request: EndpointRequest) -> EndpointRequest? {
        let segments = request.endpoint.path.segments
        guard let deleter = probe.api.endpoints.first(where: { $0.method == .delete && $0.path.hasShape(of: segments) }),
            case .parameter(let name)? = deleter.path.segments.last,
            var deletion = try? probe.at(deleter).sufficientRequest(lacking: name),
            (try? probe.at(request.endpoint).sufficientRequest())?.path != request.path
        else { return nil }
        deletion.takePath(from: request)
        return deletion
    }
}
