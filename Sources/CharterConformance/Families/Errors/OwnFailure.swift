import CharterRuntime
import HTTPTypes

/// A failure that an endpoint documents itself: how to get it stands in the fixtures, or else doing the same twice may lead to it.
struct OwnFailure {
    let probe: EndpointProbe
    let failure: APIDescription.Failure

    init(_ probe: EndpointProbe, _ failure: APIDescription.Failure) {
        self.probe = probe
        self.failure = failure
    }

    /// The refusal that is documented.
    var refusal: Refusal { Refusal([(failure.status, failure.code)], of: probe.endpoint, in: probe.api) }

    /// What the fixtures need for the failure to be seen.
    func missing() throws(MissingFixture) -> MissingFixture {
        MissingFixture(#"a request that fails so: failures["\#(try probe.home())"]["\#(probe.endpoint.id)"]["\#(failure.code)"]"#)
    }

    /// The requests of the fixtures that fail so.
    func known() throws(MissingFixture) -> [EndpointRequest] {
        var requests: [EndpointRequest] = []
        for known in probe.fixtures.failures?[try probe.home()]?[probe.endpoint.id]?[failure.code]?.all ?? [] {
            var request = try probe.sufficientRequest(with: known.body)
            for (name, value) in known.parameters ?? [:] { request.set(name, value) }
            requests.append(request)
        }
        return requests
    }

    func procedure() throws(MissingFixture) -> any Procedure {
        let refusal = self.refusal
        let known = try known()
        if known.count > 1 { return each(of: known, expecting: refusal) }
        if let request = known.first {
            guard let items = try badItems(than: request) else { return SingleExchange(request, expecting: refusal) }
            return Dialogue(request, expecting: "\(refusal.summary), also behind an item that is good") { conversation in
                let reply = try await conversation.reply(to: request, expecting: refusal)
                // What the item alone does not bring about says nothing of it.
                let alone = try await conversation.reply(to: items.alone)
                guard refusal.faults(in: alone, to: items.alone).isEmpty else { return reply.outline }
                return try await conversation.reply(to: items.behind, expecting: refusal, "behind an item that is good").outline
            }
        }
        let request = try probe.sufficientRequest()
        let again = try probe.sufficientRequest()
        let missing = try self.missing()
        return Dialogue(again, expecting: refusal.summary) { conversation in
            _ = try await conversation.reply(to: request)
            let reply = try await conversation.reply(to: again)
            guard reply.head.status.code == failure.status, refusal.faults(in: reply, to: again).isEmpty else {
                throw missing
            }
            return reply.outline
        }
    }

    /// What fails for several reasons fails for each of them.
    private func each(of requests: [EndpointRequest], expecting refusal: Refusal) -> Dialogue {
        Dialogue(requests[0], expecting: "\(refusal.summary), to each of \(requests.count) requests") { conversation in
            var outline = ""
            for request in requests { outline = try await conversation.reply(to: request, expecting: refusal).outline }
            return outline
        }
    }

    /// Of a failure that lies in what an item of a list refers to: the good body with that reference in its only item, and in one behind a good one.
    private func badItems(than request: EndpointRequest) throws(MissingFixture) -> (alone: EndpointRequest, behind: EndpointRequest)? {
        let known = probe.fixtures.failures?[try probe.home()]?[probe.endpoint.id]?[failure.code]
        guard let body = probe.endpoint.requestBody, let bad = known?.body, (known?.parameters ?? [:]).isEmpty else { return nil }
        let good = try probe.content()
        for site in BodySite.all(in: body.schema, of: probe.api) where site.variants.isEmpty {
            guard let place = site.steps.firstIndex(of: .item(0)), site.steps.suffix(from: place + 1).allSatisfy({ $0 != .item(0) }),
                let reference = bad.value(at: site.steps), let own = good.value(at: site.steps), own != reference, isReference(site)
            else { continue }
            let (list, item) = (Array(site.steps.prefix(place)), Array(site.steps.prefix(place + 1)))
            guard let first = good.value(at: item), let second = first.setting(reference, at: site.steps.dropFirst(place + 1)),
                let alone = good.setting(.array([second]), at: list), let behind = good.setting(.array([first, second]), at: list),
                probe.api.faults(of: behind, against: body.schema).isEmpty, probe.api.faults(of: alone, against: body.schema).isEmpty
            else { continue }
            return (try probe.sufficientRequest(with: alone), try probe.sufficientRequest(with: behind))
        }
        return nil
    }

    /// Whether a text names a thing: what other texts and numbers bring about may come of the whole list.
    private func isReference(_ site: BodySite) -> Bool {
        guard case .string(let format, _, let pattern)? = probe.api.resolved(site.schema)?.schema else { return false }
        let isNamedSo = if case .member(let name)? = site.steps.last { name.lowercased().hasSuffix("id") } else { false }
        return isNamedSo || pattern != nil || format == .uuid
    }
}

extension EndpointRequest {
    /// Gives a parameter of path or query its value.
    fileprivate mutating func set(_ name: String, _ value: String) {
        if path[name] != nil {
            path[name] = value
        } else {
            query.removeAll { $0.name == name }
            query.append(.init(name, value))
        }
    }
}
