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
        for site in BodySite.all(in: body.schema, of: probe.api) {
            guard let value = content.value(at: site.steps) else { continue }
            for other in others(than: value, site) {
                guard let changed = content.setting(other, at: site.steps), changed != content,
                    probe.api.faults(of: changed, against: body.schema).isEmpty
                else { continue }
                return changed
            }
        }
        throw MissingFixture("a second valid body for \(probe.endpoint.id)")
    }

    private func others(than value: JSONValue, _ site: BodySite) -> [JSONValue] {
        switch value {
        case .string(let text): [.string(text + "x"), .string(String(text.dropLast())), .string(text + "0")]
        case .integer(let number): [.integer(number &+ 1), .integer(number &- 1)]
        case .boolean(let flag): [.boolean(!flag)]
        default: []
        }
    }
}
