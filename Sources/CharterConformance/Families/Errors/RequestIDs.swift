import CharterRuntime
import HTTPTypes

/// Each request has a name of its own, refused or not.
struct RequestIDs {
    private let probe: EndpointProbe
    private let header: String

    init(_ probe: EndpointProbe, _ header: String) {
        self.probe = probe
        self.header = header
    }

    func dialogue() throws(MissingFixture) -> Dialogue {
        let request = try probe.sufficientRequest()
        guard let name = HTTPField.Name(header) else { throw MissingFixture("a header field with a better name than \"\(header)\"") }
        var unknown = request
        unknown.endpoint.path = "/no-such-path-as-this"
        return Dialogue(request, expecting: "another \(header) on each reply") { [unknown] conversation in
            var seen: Set<String> = []
            for request in [request, request, unknown] {
                let reply = try await conversation.reply(to: request)
                guard let id = reply.head.headerFields[name] else { throw conversation.fail(request, "there is no \(header)", reply) }
                guard seen.insert(id).inserted else { throw conversation.fail(request, "the \(header) \(id) comes again") }
            }
            return "\(seen.count) different ones"
        }
    }
}
