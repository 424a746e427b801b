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
}
