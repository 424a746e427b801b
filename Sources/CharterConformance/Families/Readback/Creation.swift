import CharterRuntime
import HTTPTypes

/// Makes a thing, and looks for it.
struct Creation {
    private let probe: EndpointProbe

    init(_ probe: EndpointProbe) {
        self.probe = probe
    }

    /// What comes back is what was sent.
    func asSent() throws(MissingFixture) -> Dialogue {
        let request = try probe.sufficientRequest()
        let sent = try probe.content()
        return Dialogue(request, expecting: "what was sent, in what comes back") { conversation in
            let reply = try await conversation.reply(to: request, expecting: Acceptance(of: probe.endpoint))
            let count = try compare(sent, result(reply), from: request, conversation)
            return "\(count) fields as they were sent"
        }
    }

    /// Texts come back letter by letter, whatever they are written in.
    func textsAsSent() throws(MissingFixture) -> Dialogue {
        try asSent(described: "texts of several scripts") { probe.api.foreignText(of: $0.schema) }
    }

    /// Texts of the greatest length come back whole, also those that may be left out.
    func longestAsSent() throws(MissingFixture) -> Dialogue {
        try asSent(described: "the longest texts", isWhole: true) { $0.longestPlainText(in: probe.api) }
    }

    /// - Parameter isWhole: Whether fields are sent too that the body could do without.
    private func asSent(
        described: String,
        isWhole: Bool = false,
        _ text: (APIDescription.Property) -> String?
    ) throws(MissingFixture) -> Dialogue {
        var content = try probe.content()
        guard let body = probe.endpoint.requestBody, case .object(let fields)? = probe.api.resolved(body.schema)?.schema,
            case .object(let shown)? = shownObject
        else { throw MissingFixture("a body that is an object") }
        for field in fields where shown.contains(where: { $0.name == field.name }) {
            guard content[field.name] != nil || isWhole, let text = text(field) else { continue }
            content = content.setting(.string(text), at: [.member(field.name)]) ?? content
        }
        let (sent, request) = (content, try probe.sufficientRequest(with: content))
        guard request.body?.count ?? 0 <= probe.endpoint.requestBody?.size ?? probe.api.requests.bodySize else {
            throw MissingFixture(unfit: "a body with \(described) is larger than bodies may be")
        }
        let own = Acceptance(of: probe.endpoint, orOwnFailuresIn: probe.api)
        return Dialogue(request, expecting: "\(described) as they were sent, in what comes back") { conversation in
            let reply = try await conversation.reply(to: request, expecting: own)
            // Some other thing may depend on a text, which the endpoint's own failures tell.
            guard probe.endpoint.success.isStatus(of: reply) else {
                throw MissingFixture("a body whose texts may be any: \(probe.endpoint.id) answers \(reply.head.status.code)")
            }
            return "\(try compare(sent, result(reply), from: request, conversation)) fields as they were sent"
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
            guard found == wanted else { throw conversation.fail(request, "\(property.name) is \(found?.shortText ?? "absent")") }
            return "\(property.name) is \(found?.shortText ?? "absent")"
        }
    }

    /// The endpoint that shows one shows it, with what was sent.
    func found(by reader: APIDescription.Endpoint) throws(MissingFixture) -> Dialogue {
        let request = try probe.sufficientRequest()
        let sent = try probe.content()
        let readerProbe = probe.at(reader)
        guard case .parameter(let name)? = reader.path.segments.last else { throw MissingFixture("an endpoint that shows one") }
        let template = try readerProbe.sufficientRequest(lacking: name)
        return Dialogue(request, expecting: "\(reader.id) shows what was made") { conversation in
            let made = result(try await conversation.groundwork(request, "which makes something"))
            guard let id = (made?[name] ?? made?.identity(names))?.parameterText else {
                throw MissingFixture("a member \(name) or id in what \(probe.endpoint.id) answers")
            }
            var reading = template
            reading.path[name] = id
            let reply = try await conversation.reply(to: reading, expecting: Acceptance(of: reader))
            let whole = reply.result(of: reader)
            guard whole?.identity(names) == made?.identity(names) else { throw conversation.fail(reading, "it shows another thing", reply) }
            return "\(try compare(sent, whole, from: reading, conversation)) fields as they were sent"
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
    func listed(by list: APIDescription.Endpoint) throws(MissingFixture) -> Dialogue {
        guard let paging = list.paging else { throw MissingFixture("a paged list") }
        let request = try probe.sufficientRequest()
        let listing = try probe.at(list).sufficientRequest()
        return Dialogue(request, expecting: "\(list.id) has what was made") { conversation in
            let made = result(try await conversation.groundwork(request, "which makes something"))
            guard let id = made?.identity(names) else { throw MissingFixture("a member id in what \(probe.endpoint.id) answers") }
            let found = try await WholeList(PageReader(request: listing, paging: paging, exchanger: conversation.exchanger))
            if found.items.contains(where: { $0.identity(names) == id }) { return "one of \(found.items.count) items" }
            guard found.isComplete else { throw MissingFixture("a list that can be read to its end") }
            throw conversation.fail(listing, "none of its \(found.items.count) items is \(id.shortText)")
        }
    }

    private var names: [String] { probe.api.identityNames(of: probe.endpoint) }

    private func result(_ reply: HTTPReply) -> JSONValue? { reply.result(of: probe.endpoint) }

    /// - Returns: How many fields were compared.
    private func compare(
        _ sent: JSONValue,
        _ found: JSONValue?,
        from request: EndpointRequest,
        _ conversation: Conversation
    ) throws -> Int {
        guard case .object(let members) = sent, case .object(let properties)? = shownObject else { return 0 }
        let names = members.keys.sorted().filter { name in properties.contains { $0.name == name } }
        for name in names where !isSame(found, as: sent, at: name, shown: properties) {
            throw conversation.fail(
                request,
                "\(name) is \(found?[name]?.shortText ?? "absent") where \(members[name]?.shortText ?? "nothing") was sent"
            )
        }
        return names.count
    }

    /// Whether a field came back as it was sent.
    private func isSame(_ found: JSONValue?, as sent: JSONValue, at name: String, shown: [APIDescription.Property]) -> Bool {
        let body = probe.endpoint.requestBody.flatMap { probe.api.resolved($0.schema) }?.schema
        guard let value = sent[name], case .object(let fields)? = body, let taken = fields.first(where: { $0.name == name }),
            let property = shown.first(where: { $0.name == name })
        else { return found?[name]?.means(sent[name] ?? .null) == true }
        return probe.api.isSame(found?[name], as: value, taken: taken.schema, shown: property.schema)
    }

    /// Whether what comes back may have null in a field, which then is another thing than none.
    private func mayShowNull(_ name: String) -> Bool {
        guard case .object(let shown)? = shownObject, let field = shown.first(where: { $0.name == name }) else { return false }
        return probe.api.resolved(field.schema)?.isNullable == true
    }

    private var shownObject: APIDescription.Schema? {
        probe.endpoint.success.body.flatMap(probe.api.resolved)?.schema
    }
}

extension APIDescription {
    /// A text that a schema allows, of letters that lose something in a program that knows but one alphabet; nil where texts have a form.
    ///
    /// Nothing in it is written in two ways (Unicode's normal forms), and no blank stands at an end: what a server tidies, it keeps.
    fileprivate func foreignText(of schema: Schema) -> String? {
        guard case .string(.plain, let length, nil)? = resolved(schema)?.schema else { return nil }
        let text = "Ærø \u{5B57}\u{1F426} <b>\"it's\" \\ & \u{5D0}%41+"
        let (least, most) = (length.minimum ?? 0, length.maximum ?? .max)
        let scalars = text.unicodeScalars.prefix(most)
        let kept = String(String.UnicodeScalarView(scalars)) + String(repeating: "ß", count: max(0, least - scalars.count))
        return kept.hasSuffix(" ") ? kept.dropLast() + "ß" : kept
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

extension EndpointProbe {
    /// A request that is as it should be but for one value of its path, which comes to be known later.
    func sufficientRequest(lacking parameter: String) throws(MissingFixture) -> EndpointRequest {
        var fixtures = fixtures
        let home = try home()
        if fixtures.parameters[home]?[endpoint.id]?[parameter] == nil {
            fixtures.parameters[home, default: [:]][endpoint.id, default: [:]][parameter] = "later"
        }
        return try EndpointProbe(api: api, endpoint: endpoint, fixtures: fixtures, seed: seed).sufficientRequest()
    }
}
