import CharterRuntime
import HTTPTypes
import Synchronization

/// What checks have made on a server that cannot be put back, so that it is deleted again where the API lets one.
final class CleanUp: Sendable {
    private let deletions = Mutex<[EndpointRequest]>([])
    private let probe: EndpointProbe
    private let destroyed: DestroyedThings

    init(_ probe: EndpointProbe, noting destroyed: DestroyedThings) {
        self.probe = probe
        self.destroyed = destroyed
    }

    /// Notes a reply that may have made something.
    func note(_ reply: HTTPReply, to request: EndpointRequest) {
        if request.endpoint.method == .delete, request.endpoint.success.isStatus(of: reply) { destroyed.note(request) }
        let deletion: EndpointRequest? =
            switch request.endpoint.method {
            case .post where request.endpoint.success.isStatus(of: reply): probe.deletion(of: reply, to: request)
            case .put where reply.head.status == .created: deletion(of: request)
            default: nil
            }
        if let deletion { deletions.withLock { $0.append(deletion) } }
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
