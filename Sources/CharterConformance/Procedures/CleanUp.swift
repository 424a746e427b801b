import CharterRuntime
import HTTPTypes
import Synchronization

/// What checks have made on a server that cannot be put back, so that it is deleted again where the API lets one.
final class CleanUp: Sendable {
    private let deletions = Mutex<[EndpointRequest]>([])
    private let probe: EndpointProbe

    init(_ probe: EndpointProbe) {
        self.probe = probe
    }

    /// Notes a reply that may have made something.
    func note(_ reply: HTTPReply, to request: EndpointRequest) {
        guard request.endpoint.method == .post, request.endpoint.success.isStatus(of: reply),
            let deletion = deletion(of: reply, to: request)
        else { return }
        deletions.withLock { $0.append(deletion) }
    }

    /// Deletes what was made; what is not deleted stays.
    func carryOut(through exchanger: Exchanger) async {
        let made = deletions.withLock { list in
            defer { list = [] }
            return list
        }
        for deletion in made {
            _ = try? await exchanger.reply(to: deletion)
        }
    }

    private func deletion(of reply: HTTPReply, to request: EndpointRequest) -> EndpointRequest? {
        let api = probe.api
        let made = request.endpoint.path.segments
        let deleter = api.endpoints.first { other in
            guard other.method == .delete, other.path.segments.count == made.count + 1, other.path.segments.last?.literal == nil else {
                return false
            }
            var template = APIDescription.PathTemplate("")
            template.segments = Array(other.path.segments.dropLast())
            return template.hasShape(of: made)
        }
        guard let deleter, case .parameter(let name)? = deleter.path.segments.last else { return nil }
        let whole = try? JSONCoding.decode(JSONValue.self, from: reply.body)
        let body = request.endpoint.envelope?.single.flatMap { whole?.member(at: $0) } ?? whole
        let names = [name] + api.identityNames(of: request.endpoint)
        guard let id = body?.identity(names)?.parameterText else { return nil }
        var own = probe
        own.endpoint = deleter
        guard var deletion = try? own.sufficientRequest(lacking: name) else { return nil }
        // The thing is where it was made.
        for (place, segment) in zip(deleter.path.segments, made) {
            if case (.parameter(let left), .parameter(let right)) = (place, segment) { deletion.path[left] = request.path[right] }
        }
        deletion.path[name] = id
        return deletion
    }
}
