import CharterRuntime
import HTTPTypes

/// Changes one field of a thing.
struct Change {
    let probe: EndpointProbe
    /// The fields that can be changed.
    private let fields: [String]
    /// The endpoint that shows the thing, where replies to changes say nothing of it.
    private let reader: APIDescription.Endpoint?
    /// The endpoint that shows the thing as replies do; nil where the API has none.
    private let shower: APIDescription.Endpoint?

    /// - Parameter reader: The endpoint that shows the thing; nil where the API has none.
    init(_ probe: EndpointProbe, _ fields: [String], _ reader: APIDescription.Endpoint?) {
        self.probe = probe
        self.fields = fields
        self.reader = probe.endpoint.success.body == nil ? reader : nil
        shower = reader.flatMap { [nil, $0.success.body].contains(probe.endpoint.success.body) ? $0 : nil }
    }

    /// The field is another one, and the other fields are as they were.
    func changed(_ field: APIDescription.Property) throws(MissingFixture) -> Dialogue {
        let content = try probe.content()
        guard let value = content[field.name] ?? probe.api.sampleValue(of: field.schema) else {
            throw MissingFixture("a body for \(probe.endpoint.id) that has \(field.name)")
        }
        let others = OtherValue(in: probe.api).all(than: value, of: field.schema)
        return try dialogue(field, from: content, to: Array(others.prefix(4)))
    }

    /// The field has a value that is easily taken for none.
    func changed(_ field: APIDescription.Property, to nothing: JSONValue) throws(MissingFixture) -> Dialogue {
        let known = try probe.content()[field.name] ?? probe.api.sampleValue(of: field.schema)
        let something = known == nothing ? OtherValue(in: probe.api).than(nothing, of: field.schema) : known
        guard let something else { throw MissingFixture("a body for \(probe.endpoint.id) that has \(field.name)") }
        return try dialogue(field, from: .object([field.name: something]), to: [nothing])
    }

    /// A null takes the field away.
    func cleared(_ field: APIDescription.Property) throws(MissingFixture) -> Dialogue {
        var content = try probe.content()
        // What is null already shows nothing.
        if [nil, .null].contains(content[field.name]), let value = probe.api.sampleValue(of: field.schema), value != .null {
            content = content.setting(value, at: [.member(field.name)]) ?? content
        }
        return try dialogue(field, from: content, to: [.null])
    }

    /// A map that is changed by a member of another name keeps those that it has (RFC 7396).
    ///
    /// - Parameter most: How many members it may have.
    func memberAdded(_ field: APIDescription.Property, of element: APIDescription.Schema, most: Int) throws(MissingFixture) -> Dialogue {
        guard let value = probe.api.sampleValue(of: element) else {
            throw MissingFixture("a value in \(field.name) of \(probe.endpoint.id)")
        }
        func adding(_ name: String) throws(MissingFixture) -> EndpointRequest {
            try probe.sufficientRequest(with: .object([field.name: .object([name: value])]))
        }
        let (first, second) = (try adding("first"), try adding("second"))
        return Dialogue(second, expecting: "\(field.name) with what it had before, and another member") { conversation in
            // What is there already may leave no room, which nobody knows before it is shown.
            let before = try await result(conversation.groundwork(first, "which adds a member"), to: first, conversation)?[field.name]
            guard case .object(let kept)? = before, kept.count < most else {
                throw MissingFixture("room for another member in \(field.name) of \(probe.endpoint.id)")
            }
            let own = Acceptance(of: probe.endpoint, orOwnFailuresIn: probe.api)
            let reply = try await conversation.reply(to: second, expecting: own)
            guard probe.endpoint.success.isStatus(of: reply) else { throw MissingFixture("a \(field.name) that can be changed") }
            let after = try await result(reply, to: second, conversation)?[field.name]
            let wanted = JSONValue.object(kept.merging(["second": value]) { _, last in last })
            guard probe.api.isSame(after, as: wanted, taken: field.schema, shown: field.schema) else {
                let found = after?.shortText ?? "absent"
                throw conversation.fail(second, "\(field.name) is \(found), and was \(before?.shortText ?? "absent")")
            }
            return "\(kept.count + 1) members of \(field.name)"
        }
    }

    /// - Parameter values: Values that the field could have; where one of the endpoint's own failures answers the first, the next one is tried.
    private func dialogue(
        _ field: APIDescription.Property,
        from content: JSONValue,
        to values: [JSONValue]
    ) throws(MissingFixture) -> Dialogue {
        let lacking = MissingFixture("a second value for \(field.name) of \(probe.endpoint.id)")
        guard let opening = values.first else { throw lacking }
        let request = try probe.sufficientRequest(with: .object([field.name: opening]))
        return Dialogue(request, expecting: "\(field.name) is \(opening.shortText), and what else can be changed is as it was") {
            conversation in
            let first = try probe.sufficientRequest(with: content)
            let start = await start(of: first, conversation)
            let before = try await result(conversation.groundwork(first, "which shows what is there"), to: first, conversation)
            try judge(before, holds: content, from: first, conversation)
            try judgeUnspoken(content, start, before, from: first, conversation)
            guard let (value, second, reply) = try await firstAccepted(of: values, for: field, conversation) else { throw lacking }
            let after = try await result(reply, to: second, conversation)
            let isMerged = probe.endpoint.requestBody?.patch == .merge
            let wanted = isMerged ? (before?[field.name] ?? .null).merged(with: value) : value
            guard after?[field.name] ?? .null == wanted || probe.isSame(after, as: wanted, at: field.name, shown: shown) else {
                throw conversation.fail(second, "\(field.name) is \(after?[field.name]?.shortText ?? "absent")")
            }
            for name in fields where name != field.name && after?[name] != before?[name] {
                throw conversation.fail(
                    second,
                    "\(name) is \(after?[name]?.shortText ?? "absent"), and was \(before?[name]?.shortText ?? "absent")"
                )
            }
            for name in lasting where before?[name] != nil && after?[name] != before?[name] {
                let (found, wanted) = (after?[name]?.shortText ?? "absent", before?[name]?.shortText ?? "absent")
                throw conversation.fail(second, "\(name) is \(found), and was \(wanted), though no change can speak of it")
            }
            return "\(field.name) is \(value.shortText)"
        }
    }

    /// What there is before the first change; nil where nothing shows it.
    private func start(of request: EndpointRequest, _ conversation: Conversation) async -> JSONValue? {
        guard let shower, var reading = try? probe.at(shower).sufficientRequest() else { return nil }
        reading.takePath(from: request)
        guard let reply = try? await conversation.reply(to: reading), shower.success.isStatus(of: reply) else { return nil }
        return reply.result(of: shower)
    }

    /// What a change does not speak of is as it was.
    private func judgeUnspoken(
        _ content: JSONValue,
        _ start: JSONValue?,
        _ before: JSONValue?,
        from request: EndpointRequest,
        _ conversation: Conversation
    ) throws {
        guard let start, let before else { return }
        for name in fields + lasting where content[name] == nil && start[name] != nil && before[name] != start[name] {
            let (found, wanted) = (before[name]?.shortText ?? "absent", start[name]?.shortText ?? "absent")
            throw conversation.fail(request, "\(name) is \(found), and was \(wanted), though the change does not speak of it")
        }
    }

    /// What was sent is there, as far as it is shown and single values tell.
    private func judge(
        _ found: JSONValue?,
        holds content: JSONValue,
        from request: EndpointRequest,
        _ conversation: Conversation
    ) throws {
        for name in fields where shown.contains(where: { $0.name == name }) {
            guard let wanted = content[name], wanted.parameterText != nil,
                !probe.isSame(found, as: wanted, at: name, shown: shown)
            else { continue }
            throw conversation.fail(request, "\(name) is \(found?[name]?.shortText ?? "absent") where \(wanted.shortText) was sent")
        }
    }

    /// The members that stay as they are for as long as there is the thing: what it is called, what only its maker says, when it was made.
    private var lasting: [String] {
        let segments = probe.endpoint.path.segments
        let named = probe.endpoint.path.parameterNames + ["id"]
        let maker = probe.api.endpoints.first { $0.method == .post && $0.path.hasShape(of: Array(segments.dropLast())) }
        var said: [String] = []
        if let sent = probe.api.properties(of: maker?.requestBody?.schema) { said = sent.map(\.name) }
        return shown.filter { property in
            !fields.contains(property.name)
                && (named.contains(property.name) || said.contains(property.name) || property.tellsOfMaking(in: probe.api))
        }.map(\.name)
    }

    /// The first of the values that the endpoint takes, with the request and its reply.
    private func firstAccepted(
        of values: [JSONValue],
        for field: APIDescription.Property,
        _ conversation: Conversation
    ) async throws -> (value: JSONValue, request: EndpointRequest, reply: HTTPReply)? {
        let own = Acceptance(of: probe.endpoint, orOwnFailuresIn: probe.api)
        for value in values {
            let request = try probe.sufficientRequest(with: .object([field.name: value]))
            let reply = try await conversation.reply(to: request, expecting: own)
            if probe.endpoint.success.isStatus(of: reply) { return (value, request, reply) }
        }
        return nil
    }

    /// What is there once a request was answered: as the reply says, or the endpoint that shows it where replies say nothing.
    func result(_ reply: HTTPReply, to request: EndpointRequest, _ conversation: Conversation) async throws -> JSONValue? {
        guard let reader else { return reply.result(of: probe.endpoint) }
        var reading = try probe.at(reader).sufficientRequest()
        reading.takePath(from: request)
        return try await conversation.groundwork(reading, "which shows what is there").result(of: reader)
    }

    /// The fields of what is there.
    private var shown: [APIDescription.Property] {
        probe.api.properties(of: (reader ?? probe.endpoint).success.body) ?? []
    }
}

extension APIDescription.Property {
    /// Whether it is the instant or the day on which a thing was made.
    fileprivate func tellsOfMaking(in api: APIDescription) -> Bool {
        guard case .string(let format, _, _)? = api.resolved(schema)?.schema, format == .timestamp || format == .date else { return false }
        return name.lowercased().hasPrefix("created")
    }
}

extension JSONValue {
    /// The value that a change makes of this one (RFC 7396): objects keep what it does not speak of.
    fileprivate func merged(with change: JSONValue) -> JSONValue {
        guard case .object(let changes) = change else { return change }
        var members: [String: JSONValue] = if case .object(let members) = self { members } else { [:] }
        for (name, value) in changes {
            members[name] = value == .null ? nil : (members[name] ?? .null).merged(with: value)
        }
        return .object(members)
    }
}
