import CharterRuntime
import HTTPTypes

extension EndpointProbe {
    /// The probe of an endpoint that deletes, with something new to delete in place of what the fixtures name.
    ///
    /// - Returns: The probe as it is where it deletes nothing, or nothing can be made that could be deleted.
    func withThingToDelete(through exchanger: Exchanger) async -> EndpointProbe {
        guard endpoint.method == .delete, case .parameter(let name)? = endpoint.path.segments.last else { return self }
        let segments = Array(endpoint.path.segments.dropLast())
        let maker = api.endpoints.first { $0.method == .post && $0.success.status == 201 && $0.path.hasShape(of: segments) }
        guard let maker, var request = try? at(maker).sufficientRequest() else { return self }
        if let deletion = try? sufficientRequest(lacking: name) { request.takePath(from: deletion) }
        guard let reply = try? await exchanger.reply(to: request), maker.success.isStatus(of: reply),
            let id = reply.result(of: maker)?.identity([name] + api.identityNames(of: maker))?.parameterText,
            let parameter = endpoint.pathParameters.first(where: { $0.name == name }), api.faults(of: [id], parameter, at: "").isEmpty
        else { return self }
        return (try? naming(id, in: name)) ?? self
    }

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
