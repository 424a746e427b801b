/// What bodies look like.
struct ShapeChecks {
    let probe: EndpointProbe

    func response() throws(MissingFixture) -> SingleExchange {
        SingleExchange(try probe.sufficientRequest(), expecting: DocumentedBody(api: probe.api, endpoint: probe.endpoint))
    }
}
