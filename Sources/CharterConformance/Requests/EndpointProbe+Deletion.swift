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
        let names = [name] + api.identityNames(of: request.endpoint)
        guard let id = reply.result(of: request.endpoint)?.identity(names)?.parameterText else { return nil }
        guard var deletion = try? at(deleter).sufficientRequest(lacking: name) else { return nil }
        // The thing is where it was made.
        deletion.takePath(from: request)
        deletion.path[name] = id
        return deletion
    }
}
