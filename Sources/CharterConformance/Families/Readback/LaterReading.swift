import CharterRuntime

/// The request that shows a thing which is yet to be made.
struct LaterReading {
    private let probe: EndpointProbe
    private let name: String
    private let template: EndpointRequest

    /// - Parameters:
    ///   - probe: Makes the thing.
    ///   - reader: Shows one.
    init(of probe: EndpointProbe, by reader: APIDescription.Endpoint) throws(MissingFixture) {
        guard case .parameter(let name)? = reader.path.segments.last else { throw MissingFixture("an endpoint that shows one") }
        (self.probe, self.name) = (probe, name)
        template = try probe.at(reader).sufficientRequest(lacking: name)
    }

    /// The request for what was made.
    func request(for made: JSONValue?) throws(MissingFixture) -> EndpointRequest {
        guard let id = (made?[name] ?? made?.identity(probe.api.identityNames(of: probe.endpoint)))?.parameterText else {
            throw MissingFixture("a member \(name) or id in what \(probe.endpoint.id) answers")
        }
        var request = template
        request.path[name] = id
        return request
    }
}

extension EndpointProbe {
    /// A request that is as it should be but for one value of its path, which comes to be known later.
    func sufficientRequest(lacking parameter: String) throws(MissingFixture) -> EndpointRequest {
        let isKnown = fixtures.parameters[try home()]?[endpoint.id]?[parameter] != nil
        return try (isKnown ? self : naming("later", in: parameter)).sufficientRequest()
    }
}
