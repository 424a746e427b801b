import CharterRuntime

/// A valid body with one thing changed.
struct BodyChange {
    private let probe: EndpointProbe
    private let requestBody: APIDescription.RequestBody

    init(_ probe: EndpointProbe) throws(MissingFixture) {
        guard let requestBody = probe.endpoint.requestBody else { throw MissingFixture("an endpoint that takes a body") }
        self.probe = probe
        self.requestBody = requestBody
    }

    /// A request whose body has that value at a place, or none, and is otherwise as it should be.
    func request(with value: JSONValue?, at steps: [FieldPlace.Step]) throws(MissingFixture) -> EndpointRequest {
        try probe.sufficientRequest(with: try content(with: value, at: steps))
    }

    func request(with value: JSONValue?, at site: BodySite) throws(MissingFixture) -> EndpointRequest {
        try probe.sufficientRequest(with: try content(with: value, at: site.steps, in: site.variants, or: site.firsts))
    }

    /// A request whose body has that value at a place, and is no larger than bodies may be.
    func fittingRequest(with value: JSONValue?, at site: BodySite) throws(MissingFixture) -> EndpointRequest {
        let request = try request(with: value, at: site)
        guard request.body?.count ?? 0 <= requestBody.size ?? probe.api.requests.bodySize else {
            throw MissingFixture(unfit: "a body with this value is larger than bodies may be")
        }
        return request
    }

    /// A valid body with a value at a place, or with none there.
    ///
    /// - Parameters:
    ///   - variants: What has to stand in unions on the way.
    ///   - firsts: What has to stand in the others of them, unless something of that type does.
    func content(
        with value: JSONValue?,
        at steps: [FieldPlace.Step],
        in variants: [BodySite.Variant] = [],
        or firsts: [BodySite.Variant] = []
    ) throws(MissingFixture) -> JSONValue {
        var content = try probe.content()
        for first in firsts where content.value(at: first.steps).map({ $0[first.member] != first.value[first.member] }) ?? false {
            content = content.setting(first.value, at: first.steps) ?? content
        }
        for variant in variants {
            content = try completed(content, to: variant.steps).setting(variant.value, at: variant.steps) ?? content
        }
        let base = try completed(content, to: steps)
        guard let changed = base.setting(value, at: steps) else {
            throw MissingFixture("a body for \(probe.endpoint.id) that has \(FieldPlace.place(behind: steps))")
        }
        return changed
    }

    /// The body with everything that a place is in.
    private func completed(_ content: JSONValue, to steps: [FieldPlace.Step]) throws(MissingFixture) -> JSONValue {
        var content = content
        let example = probe.example
        for count in 1..<max(1, steps.count) {
            let parent = Array(steps.prefix(count))
            if let present = content.value(at: parent), present != .null { continue }
            let known = example?.value(at: parent)
            let schema = BodySite.all(in: requestBody.schema, of: probe.api).first { $0.steps == parent }?.schema
            guard let value = known ?? schema.flatMap({ probe.api.sampleValue(of: $0) }),
                let grown = content.setting(value, at: parent)
            else { throw MissingFixture("a body for \(probe.endpoint.id) that has \(FieldPlace.place(behind: parent))") }
            content = grown
        }
        return content
    }
}
