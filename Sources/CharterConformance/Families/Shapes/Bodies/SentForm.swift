import CharterRuntime

/// A valid body in a media type that is taken beside the first one: it means the same.
struct SentForm {
    private let probe: EndpointProbe

    init(_ probe: EndpointProbe, _ medium: APIDescription.RequestRules.Media) {
        var probe = probe
        probe.endpoint.requestBody?.media = [medium]
        self.probe = probe
    }

    /// What is made has what was sent; where nothing is made, the call is accepted.
    func procedure() throws(MissingFixture) -> any Procedure {
        if probe.endpoint.success.status == 201, probe.endpoint.success.body != nil { return try Creation(probe).asSent() }
        return SingleExchange(try probe.sufficientRequest(), expecting: Acceptance(of: probe.endpoint, orOwnFailuresIn: probe.api))
    }

    /// A field that is no list stands twice.
    func nameTwice() throws(MissingFixture) -> SingleExchange {
        var request = try probe.sufficientRequest()
        guard case .object(let members) = try probe.content(), let body = request.body else {
            throw MissingFixture("a body for \(probe.endpoint.id) that is an object")
        }
        let names = members.filter { $0.value.parameterText != nil }.keys.sorted()
        let pairs = String(decoding: body, as: UTF8.self).split(separator: "&")
        let pair = pairs.first { pair in
            let name = pair.prefix { $0 != "=" }
            return names.contains { name == PercentEncoding.encode($0) || name.hasSuffix(PercentEncoding.encode("[\($0)]")) }
        }
        guard let pair else { throw MissingFixture("a body for \(probe.endpoint.id) that has a field") }
        request.body = body + Array("&\(pair)".utf8)
        return SingleExchange(request, expecting: probe.refusal([.invalidField, .malformedBody]))
    }
}
