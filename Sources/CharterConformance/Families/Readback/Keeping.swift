import CharterRuntime

/// Does something with a thing, and looks at it.
struct Keeping {
    private let probe: EndpointProbe

    init(_ probe: EndpointProbe) {
        self.probe = probe
    }

    /// Of what the answer says that has become of a thing, something is seen when it is looked at.
    ///
    /// A state may go on by itself meanwhile: what is as it was before in all that the answer has another value for was not kept.
    func shown(by reader: APIDescription.Endpoint) throws(MissingFixture) -> Dialogue {
        let request = try probe.sufficientRequest()
        let readerProbe = EndpointProbe(api: probe.api, endpoint: reader, fixtures: probe.fixtures)
        let reading = try readerProbe.sufficientRequest(naming: request.path, as: probe.endpoint)
        let own = Acceptance(of: probe.endpoint, orOwnFailuresIn: probe.api)
        return Dialogue(request, expecting: "\(reader.id) shows what it has answered") { conversation in
            let before = readerProbe.result(try await conversation.groundwork(reading, "which shows what is there"))
            let reply = try await conversation.reply(to: request, expecting: own)
            guard probe.endpoint.success.isStatus(of: reply), case .object(let answer)? = probe.result(reply) else {
                throw MissingFixture("a thing with which \(probe.endpoint.id) can do something")
            }
            let changed = answer.filter { $0.value != before?[$0.key] }
            guard !changed.isEmpty else { throw MissingFixture("a thing that \(probe.endpoint.id) makes another one") }
            let after = readerProbe.result(try await conversation.reply(to: reading, expecting: Acceptance(of: reader)))
            let name = changed.keys.sorted().first { after?[$0] == before?[$0] }
            if changed.allSatisfy({ after?[$0.key] == before?[$0.key] }), let name {
                throw conversation.fail(reading, "\(name) is \(after?[name]?.shortText ?? "absent"), as it was before")
            }
            return "\(changed.keys.sorted().joined(separator: ", "))"
        }
    }

    /// What callers cannot set is passed over where they send it.
    ///
    /// - Parameter fields: What only the server sets, or can be set at another time.
    func passesOver(_ fields: [APIDescription.Property]) throws(MissingFixture) -> Dialogue {
        guard case .object(var members) = try probe.content() else { throw MissingFixture("a body that is an object") }
        var odd: [String: JSONValue] = [:]
        for field in fields where members[field.name] == nil { odd[field.name] = oddValue(of: field.schema) }
        guard !odd.isEmpty else { throw MissingFixture("values that nothing has by itself, for what only the server sets") }
        members.merge(odd) { first, _ in first }
        let request = try probe.sufficientRequest(with: .object(members))
        let (own, sent) = (Acceptance(of: probe.endpoint, orOwnFailuresIn: probe.api), odd)
        let names = odd.keys.sorted().joined(separator: ", ")
        return Dialogue(request, expecting: "\(own.summary), with none of what was sent in \(names)") { conversation in
            let reply = try await conversation.reply(to: request, expecting: own)
            guard probe.endpoint.success.isStatus(of: reply) else {
                throw MissingFixture("a call that succeeds: \(probe.endpoint.id) answers \(conversation.exchanger.excerpt(reply))")
            }
            let result = probe.result(reply)
            if let name = sent.keys.sorted().first(where: { result?[$0] == sent[$0] }) {
                throw conversation.fail(request, "\(name) is \(sent[name]?.shortText ?? ""), which callers cannot set", reply)
            }
            return reply.outline
        }
    }

    /// A value that a server hardly comes to by itself; nil where it may well.
    private func oddValue(of schema: APIDescription.Schema) -> JSONValue? {
        switch probe.api.resolved(schema)?.schema {
        case .string, .decimal: break
        case .integer:
            return [987_654, 98_765, 987].map { JSONValue.integer($0) }.first { probe.api.faults(of: $0, against: schema).isEmpty }
        default: return nil
        }
        return probe.api.sampleValue(of: schema, invents: true).flatMap { OtherValue(in: probe.api).than($0, of: schema) }
    }
}

extension EndpointProbe {
    /// A request for the thing that another endpoint's path names.
    func sufficientRequest(naming path: [String: String], as other: APIDescription.Endpoint) throws(MissingFixture) -> EndpointRequest {
        var fixtures = fixtures
        let home = try home()
        for (own, theirs) in zip(endpoint.path.segments, other.path.segments) {
            guard case (.parameter(let name), .parameter(let place)) = (own, theirs) else { continue }
            fixtures.parameters[home, default: [:]][endpoint.id, default: [:]][name] = path[place]
        }
        return try EndpointProbe(api: api, endpoint: endpoint, fixtures: fixtures, seed: seed).sufficientRequest()
    }
}
