import CharterRuntime
import HTTPTypes

/// Requests by other methods than the documented ones.
struct MethodUse {
    private let probe: EndpointProbe
    /// The documented methods of the path.
    private let methods: [HTTPRequest.Method]

    init(_ probe: EndpointProbe, siblings methods: [HTTPRequest.Method]) {
        self.probe = probe
        self.methods = methods
    }

    /// 405, with the methods that the path has (RFC 9110 §15.5.6).
    func refused(_ method: HTTPRequest.Method) throws(MissingFixture) -> SingleExchange {
        exchange(try probe.sufficientRequest(), method)
    }

    /// Nobody has to say who calls to hear that the path has no such method.
    func refusedToAnyone(_ method: HTTPRequest.Method) throws(MissingFixture) -> SingleExchange {
        exchange(try probe.request(), method)
    }

    private func exchange(_ request: EndpointRequest, _ method: HTTPRequest.Method) -> SingleExchange {
        var request = request
        request.endpoint.method = method
        request.body = nil
        return SingleExchange(request, expecting: MethodRefusal(probe.refusal(.methodNotAllowed), allowed: allowed))
    }

    /// The methods that `Allow` names; whether OPTIONS is among them is the server's affair.
    private var allowed: Set<String> {
        let head = methods.contains(.get) && !probe.api.requests.refusesHead ? ["HEAD"] : []
        return Set(methods.map(\.rawValue) + head)
    }

    func options() throws(MissingFixture) -> SingleExchange {
        var request = try probe.sufficientRequest()
        request.endpoint.method = .options
        request.body = nil
        if probe.api.requests.refusesOptions {
            return SingleExchange(request, expecting: MethodRefusal(probe.refusal(.methodNotAllowed), allowed: allowed))
        }
        return SingleExchange(request, expecting: AllowedMethods(allowed: allowed))
    }

    /// The status and the header fields of GET without its body (RFC 9110 §9.3.2), or a refusal.
    func head() throws(MissingFixture) -> Dialogue {
        let reading = try probe.sufficientRequest()
        var changed = reading
        changed.endpoint.method = .head
        let request = changed
        if probe.api.requests.refusesHead {
            return Dialogue(request, expecting: "405 without a body") { conversation in
                let reply = try await conversation.reply(to: request)
                guard reply.head.status.code == probe.api.errors.status(of: .methodNotAllowed) else {
                    throw conversation.fail(request, "the status is \(reply.head.status.code)")
                }
                guard reply.body.isEmpty else { throw conversation.fail(request, "there is a body of \(reply.body.count) bytes") }
                return reply.outline
            }
        }
        return Dialogue(request, expecting: "status and header fields of GET, without a body") { conversation in
            let whole = try await conversation.groundwork(reading, "to compare HEAD with")
            let reply = try await conversation.reply(to: request)
            guard reply.head.status == whole.head.status else {
                throw conversation.fail(request, "the status is \(reply.head.status.code), and \(whole.head.status.code) to GET")
            }
            guard reply.body.isEmpty else { throw conversation.fail(request, "there is a body of \(reply.body.count) bytes") }
            guard reply.mediaType == whole.mediaType else {
                throw conversation.fail(
                    request,
                    "the media type is \(reply.mediaType ?? "missing"), and \(whole.mediaType ?? "missing") to GET"
                )
            }
            return reply.outline
        }
    }
}
