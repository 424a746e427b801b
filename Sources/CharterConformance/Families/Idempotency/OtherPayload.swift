import CharterRuntime

/// A valid body that says something else.
struct OtherPayload {
    private let probe: EndpointProbe

    init(_ probe: EndpointProbe) {
        self.probe = probe
    }

    func content() throws(MissingFixture) -> JSONValue {
        let content = try probe.content()
        guard let body = probe.endpoint.requestBody else { throw MissingFixture("an endpoint that takes a body") }
        if let other = OtherValue(in: probe.api).than(content, of: body.schema) { return other }
        throw MissingFixture("a second valid body for \(probe.endpoint.id)")
    }
}
