import CharterRuntime

/// Odd texts in the fields of a body.
struct OddFields {
    private let probe: EndpointProbe
    private let sites: [BodySite]

    init(_ probe: EndpointProbe) throws(MissingFixture) {
        guard let body = probe.endpoint.requestBody else { throw MissingFixture("an endpoint that takes a body") }
        self.probe = probe
        sites = BodySite.all(in: body.schema, of: probe.api).filter { $0.variants.isEmpty && $0.holdsText(in: probe.api) }
    }

    func dialogue() throws(MissingFixture) -> Dialogue {
        let opening = try probe.sufficientRequest()
        let requests = try plain() + formed()
        guard !requests.isEmpty else { throw MissingFixture("a body for \(probe.endpoint.id) that has a text") }
        let expectation = NoBreakdown(of: probe.endpoint)
        return Dialogue(opening, expecting: "\(expectation.summary), whatever texts a body has") { conversation in
            for request in requests { try await conversation.reply(to: request, expecting: expectation) }
            return "\(requests.count) bodies with odd texts are answered"
        }
    }

    /// Each odd text in all fields at once that may have any, so that few things are made.
    private func plain() throws(MissingFixture) -> [EndpointRequest] {
        var requests: [EndpointRequest] = []
        for text in OddTexts.all {
            var content = try probe.content()
            for site in sites {
                guard case .string(.plain, let length, nil)? = probe.api.resolved(site.schema)?.schema, content.value(at: site.steps) != nil
                else { continue }
                content = content.setting(.string(OddTexts.fitting(text, length)), at: site.steps) ?? content
            }
            if try content != probe.content() { requests.append(try probe.sufficientRequest(with: content)) }
        }
        return requests
    }

    /// One odd text in each field that has a form.
    private func formed() throws(MissingFixture) -> [EndpointRequest] {
        let change = try BodyChange(probe)
        return sites.prefix(12).compactMap { site in
            if case .string(.plain, _, nil)? = probe.api.resolved(site.schema)?.schema { return nil }
            return try? change.request(with: .string(OddTexts.all[0]), at: site)
        }
    }
}

extension BodySite {
    fileprivate func holdsText(in api: APIDescription) -> Bool {
        switch api.resolved(schema)?.schema {
        case .string, .enumeration, .decimal: true
        default: false
        }
    }
}

extension CheckList {
    /// What few callers send, and every server that others can reach gets one day.
    mutating func addOddities() {
        let places: [(ParameterPlace, [String])] = [
            (.path, endpoint.pathParameters.filter { !namesTenant($0) }.map(\.name)), (.query, endpoint.queryParameters.map(\.name)),
        ]
        for (place, names) in places where !names.isEmpty {
            addCall("odd-\(place.rawValue)", place.key) { probe throws(MissingFixture) in
                try OddParameters(probe, in: place).dialogue(names)
            }
        }
        guard let body = endpoint.requestBody, body.media.contains(.json) else { return }
        if case .object? = api.resolved(body.schema)?.schema {
            addCall("odd-bodies", "takes") { probe throws(MissingFixture) in try OddBodies(probe).dialogue() }
        }
        let hasTexts = BodySite.all(in: body.schema, of: api).contains { $0.variants.isEmpty && $0.holdsText(in: api) }
        if hasTexts { addCall("odd-texts", "takes") { probe throws(MissingFixture) in try OddFields(probe).dialogue() } }
    }
}
