import CharterRuntime

/// What one tenant makes is not there for another one.
struct MadeUnseen {
    private let probe: EndpointProbe

    init(_ probe: EndpointProbe) {
        self.probe = probe
    }

    /// The endpoint that shows one finds nothing of that name, or something else of the same name.
    func notFound(by reader: APIDescription.Endpoint) throws(MissingFixture) -> Dialogue {
        guard case .parameter(let name)? = reader.path.segments.last else { throw MissingFixture("an endpoint that shows one") }
        let (request, foreigner) = (try probe.sufficientRequest(), try probe.foreigner())
        let abroad = try probe.abroad().at(reader)
        let (template, refusal) = (try abroad.sufficientRequest(lacking: name), abroad.refusal(.notFound))
        return Dialogue(request, expecting: "\(refusal.summary), where \(foreigner) asks for what was made") { conversation in
            let made = try await conversation.groundwork(request, "which makes something").result(of: probe.endpoint)
            guard let id = made?[name] ?? made?.identity(names), let text = id.parameterText else {
                throw MissingFixture("a member \(name) or id in what \(probe.endpoint.id) answers")
            }
            var reading = template
            reading.path[name] = text
            let reply = try await conversation.reply(to: reading)
            // Tenants may count things each for itself, or know the same person: the same name is that of another thing then.
            if reader.success.isStatus(of: reply), let found = reply.result(of: reader), !found.agrees(with: made) {
                return "\(reply.outline), and another thing"
            }
            try conversation.judge(reply, to: reading, refusal)
            return reply.outline
        }
    }

    /// The list does not have it.
    func notListed(by list: APIDescription.Endpoint) throws(MissingFixture) -> Dialogue {
        let (request, foreigner) = (try probe.sufficientRequest(), try probe.foreigner())
        let listing = try probe.abroad().at(list).sufficientRequest()
        return Dialogue(request, expecting: "a list of \(foreigner) without what was made") { conversation in
            let made = try await conversation.groundwork(request, "which makes something").result(of: probe.endpoint)
            guard let id = made?.identity(names) else { throw MissingFixture("a member id in what \(probe.endpoint.id) answers") }
            let items = try await ListedItems(listing, conversation).items
            guard !items.contains(where: { $0.identity(names) == id && $0.agrees(with: made) }) else {
                throw conversation.fail(listing, "the list of \(foreigner) has \(id.shortText)")
            }
            return "\(items.count) items, without it"
        }
    }

    private var names: [String] { probe.api.identityNames(of: probe.endpoint) }
}

extension JSONValue {
    /// Whether another object has the same in all members that both have: it may show more of a thing, or less.
    fileprivate func agrees(with other: JSONValue?) -> Bool {
        guard case .object(let own) = self, case .object(let others)? = other else { return self == other }
        return own.allSatisfy { others[$0.key] == nil || others[$0.key] == $0.value }
    }
}
