import CharterRuntime

/// Sends every value that an enumeration has.
struct EachValue {
    private let probe: EndpointProbe
    private let site: BodySite
    private let values: [String]

    init(_ probe: EndpointProbe, _ site: BodySite, _ values: [String]) {
        self.probe = probe
        self.site = site
        self.values = values
    }

    /// None is refused as invalid for what stands in its place.
    func dialogue() throws(MissingFixture) -> Dialogue {
        guard let schema = probe.endpoint.requestBody?.schema else { throw MissingFixture("an endpoint that takes a body") }
        let change = try BodyChange(probe)
        var requests: [EndpointRequest] = []
        for value in values {
            let content = try change.content(with: .string(value), at: site.steps, in: site.variants, or: site.firsts)
            // A list in which each item stands once may have it already.
            guard probe.api.faults(of: content, against: schema).isEmpty else { continue }
            requests.append(try probe.sufficientRequest(with: content))
        }
        guard let opening = requests.first else {
            throw MissingFixture("a body for \(probe.endpoint.id) in which \(site.place) can be chosen")
        }
        let taken = requests
        let expectation = DocumentedResult(NotInvalid(in: probe.api, at: site.place), of: probe)
        return Dialogue(opening, expecting: "\(expectation.summary), whichever value \(site.place) has") { conversation in
            for request in taken { try await conversation.reply(to: request, expecting: expectation) }
            return "\(taken.count) values are taken"
        }
    }
}
