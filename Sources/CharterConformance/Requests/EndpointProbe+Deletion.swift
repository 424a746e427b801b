import CharterRuntime
import HTTPTypes

extension EndpointProbe {
    /// The request that deletes what a request has made; nil where the API or the fixtures let nobody do so.
    func deletion(of reply: HTTPReply, to request: EndpointRequest) -> EndpointRequest? {
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
        guard var deletion = try? at(deleter).sufficientRequest(lacking: name) else { return nil }
        // The thing is where it was made.
        for (place, segment) in zip(deleter.path.segments, made) {
            if case (.parameter(let left), .parameter(let right)) = (place, segment) { deletion.path[left] = request.path[right] }
        }
        deletion.path[name] = id
        return deletion
    }
}
