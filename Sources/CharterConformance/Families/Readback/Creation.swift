import CharterRuntime
import HTTPTypes

/// Makes a thing, and looks for it.
struct Creation {
    let probe: EndpointProbe

    init(_ probe: EndpointProbe) {
        self.probe = probe
    }

    /// What comes back is what was sent.
    func asSent() throws(MissingFixture) -> Dialogue {
        let request = try probe.sufficientRequest()
        let sent = try probe.content()
        return Dialogue(request, expecting: "what was sent, in what comes back") { conversation in
            let reply = try await conversation.reply(to: request, expecting: Acceptance(of: probe.endpoint))
            let shown = probe.api.properties(of: probe.endpoint.success.body) ?? []
            let count = try compare(sent, result(reply), shown, from: request, conversation)
            return "\(count) fields as they were sent"
        }
    }

    /// A field that may be null is sent as null, and comes back as null or, where what comes back has no null there, not at all.
    func null(_ property: APIDescription.Property) throws(MissingFixture) -> Dialogue {
        guard let content = try probe.content().setting(.null, at: [.member(property.name)]) else {
            throw MissingFixture("a body for \(probe.endpoint.id) that is an object")
        }
        let request = try probe.sufficientRequest(with: content)
        let isShownAsNull = mayShowNull(property.name)
        return Dialogue(request, expecting: "\(property.name) as it was sent: null") { conversation in
            let own = Acceptance(of: probe.endpoint, orOwnFailuresIn: probe.api)
            let reply = try await conversation.reply(to: request, expecting: own)
            guard probe.endpoint.success.isStatus(of: reply) else {
                throw MissingFixture("a body for \(probe.endpoint.id) whose \(property.name) is null")
            }
            let found = result(reply)?[property.name]
            guard found == .null || found == nil && !isShownAsNull else {
                throw conversation.fail(request, "\(property.name) is \(found?.shortText ?? "absent")", reply)
            }
            return "\(property.name) is \(found?.shortText ?? "absent")"
        }
    }

    /// What is left out is as good as its default: it comes back so, or not at all.
    func standing(for property: APIDescription.Property) throws(MissingFixture) -> Dialogue {
        let request = try probe.sufficientRequest(with: try probe.content().lacking(property.name))
        let wanted = property.defaultValue.flatMap { try? JSONCoding.decode(JSONValue.self, from: Array($0.utf8)) }
        let own = Acceptance(of: probe.endpoint, orOwnFailuresIn: probe.api)
        return Dialogue(request, expecting: "\(property.name) is \(wanted?.shortText ?? "nothing"), or absent") { conversation in
            let reply = try await conversation.reply(to: request, expecting: own)
            guard probe.endpoint.success.isStatus(of: reply) else {
                throw MissingFixture("a body for \(probe.endpoint.id) that may do without \(property.name)")
            }
            let found = result(reply)?[property.name]
            let isSame = wanted.map { probe.api.isSame(found, as: $0, taken: property.schema, shown: property.schema) } ?? false
            guard found == nil || isSame else {
                throw conversation.fail(request, "\(property.name) is \(found?.shortText ?? "absent")", reply)
            }
            return "\(property.name) is \(found?.shortText ?? "absent")"
        }
    }

    /// A new thing has what the contract says that it has at first.
    func initial(_ property: APIDescription.Property) throws(MissingFixture) -> Dialogue {
        let content = try probe.content()
        let isSaid = content[property.name] != nil
        let request = try probe.sufficientRequest(with: content.lacking(property.name))
        let wanted = property.initialValue.flatMap { try? JSONCoding.decode(JSONValue.self, from: Array($0.utf8)) }
        let acceptance = isSaid ? Acceptance(of: probe.endpoint, orOwnFailuresIn: probe.api) : Acceptance(of: probe.endpoint)
        return Dialogue(request, expecting: "\(property.name) is \(wanted?.shortText ?? "nothing")") { conversation in
            let reply = try await conversation.reply(to: request, expecting: acceptance)
            // What may be left out may still be asked for by what is already there.
            guard probe.endpoint.success.isStatus(of: reply) else {
                throw MissingFixture(
                    "a body for \(probe.endpoint.id) that may do without \(property.name): \(conversation.exchanger.excerpt(reply))"
                )
            }
            let found = result(reply)?[property.name]
            let isSame = wanted.map { probe.api.isSame(found, as: $0, taken: property.schema, shown: property.schema) } ?? (found == nil)
            guard isSame else { throw conversation.fail(request, "\(property.name) is \(found?.shortText ?? "absent")") }
            return "\(property.name) is \(found?.shortText ?? "absent")"
        }
    }

    /// The endpoint that shows one shows it, with what was sent.
    func found(by reader: APIDescription.Endpoint) throws(MissingFixture) -> Dialogue {
        let request = try probe.sufficientRequest()
        let sent = try probe.content()
        let reading = try LaterReading(of: probe, by: reader)
        let isAlike = reader.success.body == probe.endpoint.success.body
        let shared = probe.api.sharedProperties(probe.endpoint.requestBody?.schema, reader.success.body)
        let shown = isAlike ? probe.api.properties(of: reader.success.body) ?? [] : shared
        return Dialogue(request, expecting: "\(reader.id) shows what was made") { conversation in
            let made = result(try await conversation.groundwork(request, "which makes something"))
            let reading = try reading.request(for: made)
            let reply = try await conversation.reply(to: reading, expecting: Acceptance(of: reader))
            let whole = reply.result(of: reader)
            guard !isAlike || whole?.identity(names) == made?.identity(names) else {
                throw conversation.fail(reading, "it shows another thing", reply)
            }
            return "\(try compare(sent, whole, shown, from: reading, conversation)) fields as they were sent"
        }
    }

    /// `Location` is the path of the new thing, whatever stands in front.
    func located(at location: APIDescription.PathTemplate) throws(MissingFixture) -> Dialogue {
        let request = try probe.sufficientRequest()
        return Dialogue(request, expecting: "Location with the path of what was made") { conversation in
            let reply = try await conversation.groundwork(request, "which makes something")
            guard reply.head.status.code == 201 else { throw MissingFixture("a call of \(probe.endpoint.id) that is answered 201") }
            let made = result(reply)
            var values: [String: String] = [:]
            for case .parameter(let name) in location.segments {
                values[name] = request.path[name] ?? made?[name]?.parameterText ?? made?.identity(names)?.parameterText
            }
            guard let text = reply.head.headerFields[.location] else { throw conversation.fail(request, "there is no Location", reply) }
            guard let path = location.filled(with: values) else { throw MissingFixture("an id in what \(probe.endpoint.id) answers") }
            let found = PageURL(text).path
            guard found.hasSuffix(path) || PercentEncoding.decode(found[...])?.hasSuffix(path) == true else {
                throw conversation.fail(request, "Location is \(text), which does not end in \(path)")
            }
            return text
        }
    }

    /// The list has it.
    ///
    /// - Parameter members: The members that tell it from others, the most telling first.
    func listed(by list: APIDescription.Endpoint, toldBy members: [String]) throws(MissingFixture) -> Dialogue {
        let request = try probe.sufficientRequest()
        let listing = try probe.at(list).sufficientRequest()
        return Dialogue(request, expecting: "\(list.id) has what was made") { conversation in
            let made = result(try await conversation.groundwork(request, "which makes something"))
            guard let id = made?.identity(members) else { throw MissingFixture("a member id in what \(probe.endpoint.id) answers") }
            // Under one of its values each parameter leaves it, whatever a default hides.
            let views = ListViews(of: listing, in: probe.api)
            var last: ListedItems?
            for view in views.requests {
                let found = try await ListedItems(view, conversation)
                if found.items.contains(where: { $0.identity(members) == id }) { return "one of \(found.items.count) items" }
                guard found.isComplete else { throw MissingFixture("a list that can be read to its end") }
                last = last ?? found
            }
            if let name = views.unknown { throw MissingFixture("what was made in \(list.id), which \(name) may leave out") }
            throw conversation.fail(listing, "none of its \(last?.items.count ?? 0) items is \(id.shortText)")
        }
    }

    private var names: [String] { probe.api.identityNames(of: probe.endpoint) }

    func result(_ reply: HTTPReply) -> JSONValue? { reply.result(of: probe.endpoint) }

    /// - Parameter shown: The fields of what comes back.
    /// - Returns: How many fields were compared.
    func compare(
        _ sent: JSONValue,
        _ found: JSONValue?,
        _ shown: [APIDescription.Property],
        from request: EndpointRequest,
        _ conversation: Conversation
    ) throws -> Int {
        try SentFields(sent, of: probe, shown: shown).judge(found, from: request, conversation)
    }

    /// Whether what comes back may have null in a field, which then is another thing than none.
    private func mayShowNull(_ name: String) -> Bool {
        guard let field = probe.api.properties(of: probe.endpoint.success.body)?.first(where: { $0.name == name }) else { return false }
        return probe.api.resolved(field.schema)?.isNullable == true
    }
}

extension JSONValue {
    /// The same object without a member.
    fileprivate func lacking(_ name: String) -> JSONValue {
        guard case .object(var members) = self else { return self }
        members[name] = nil
        return .object(members)
    }
}
