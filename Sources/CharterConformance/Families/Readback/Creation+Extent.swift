import CharterRuntime

/// Things of which as little or as much is said as may be.
extension Creation {
    /// What was made of no more than must be said has nothing else where it is shown.
    func bare(foundBy reader: APIDescription.Endpoint) throws(MissingFixture) -> Dialogue {
        let fields = probe.api.properties(of: probe.endpoint.requestBody?.schema) ?? []
        let optional = fields.filter { !$0.isRequired }
        let request = try probe.sufficientRequest(with: try probe.content().removing(optional.map(\.name)))
        let reading = try LaterReading(of: probe, by: reader)
        let shape = DocumentedBody(api: probe.api, endpoint: reader)
        let isAlike = reader.success.body == probe.endpoint.success.body
        return Dialogue(request, expecting: "\(reader.id) shows what was made with the required fields alone, as it was") { conversation in
            let made = result(try await conversation.groundwork(request, "with the required fields alone"))
            let reading = try reading.request(for: made)
            let shown = try await conversation.reply(to: reading, expecting: shape).result(of: reader)
            guard isAlike else { return "as it is documented" }
            let changed = optional.first { field in
                guard let first = made?[field.name] else { return shown?[field.name] != nil }
                return !probe.api.isSame(shown?[field.name], as: first, taken: field.schema, shown: field.schema)
            }
            guard let name = changed?.name else { return "\(optional.count) fields that nobody has said" }
            let (found, wanted) = (shown?[name]?.shortText ?? "absent", made?[name]?.shortText ?? "absent")
            throw conversation.fail(reading, "\(name) is \(found), and was \(wanted) when it was made")
        }
    }

    /// What is said beside what must be comes back too.
    func wholeAsSent() throws(MissingFixture) -> Dialogue {
        let contents = [try probe.wholeContent(withSecondItems: true), try probe.wholeContent(withSecondItems: false)].uniqued
        let calls = try contents.map { sent throws(MissingFixture) in (sent: sent, request: try probe.sufficientRequest(with: sent)) }
        let shown = probe.api.properties(of: probe.endpoint.success.body) ?? []
        return Dialogue(calls[0].request, expecting: "all that can be said of it, as it was sent") { conversation in
            for (sent, request) in calls {
                let reply = try await conversation.reply(to: request)
                // What is made up may name nothing, and other checks see whether it is taken.
                guard probe.endpoint.success.isStatus(of: reply) else { continue }
                let fields = SentFields(sent, of: probe, shown: shown)
                for name in fields.departed(in: result(reply)) { try await judgeAlone(name, as: sent[name], shown, conversation) }
                return "\(fields.names.count) fields as they were sent"
            }
            throw MissingFixture("a body for \(probe.endpoint.id) with all that can be said")
        }
    }

    /// One field, which other fields may make void in ways that no contract says, is said beside what is known to go with it.
    private func judgeAlone(
        _ name: String,
        as value: JSONValue?,
        _ shown: [APIDescription.Property],
        _ conversation: Conversation
    ) async throws {
        let content = try probe.content()
        let sent = content.setting(value, at: [.member(name)]) ?? content
        let request = try probe.sufficientRequest(with: sent)
        let found = result(try await conversation.groundwork(request, "with \(name) alone"))
        let fields = SentFields(sent, of: probe, shown: shown)
        if fields.departed(in: found).contains(name) { throw fields.departure(of: name, in: found, from: request, conversation) }
        throw MissingFixture("a body for \(probe.endpoint.id) with all that can be said at once: \(name) comes back where it is alone")
    }

    /// One of the types that a field can be of comes back with all that may be said of it.
    ///
    /// - Parameters:
    ///   - tag: The member that tells the types apart.
    func asSent(_ field: APIDescription.Property, as type: APIDescription.UnionCase, toldBy tag: String) throws(MissingFixture) -> Dialogue
    {
        let content = try probe.content()
        let known = content[field.name].flatMap { $0[tag] == .string(type.tag) ? $0 : nil }
        guard let value = probe.api.wholeValue(of: type.schema, besides: known, having: [tag: .string(type.tag)]),
            let sent = content.setting(value, at: [.member(field.name)]),
            probe.api.faults(of: value, against: field.schema).isEmpty
        else { throw MissingFixture("a body for \(probe.endpoint.id) whose \(field.name) is of the type \(type.tag)") }
        let request = try probe.sufficientRequest(with: sent)
        let shown = probe.api.properties(of: probe.endpoint.success.body) ?? []
        return Dialogue(request, expecting: "\(field.name) of the type \(type.tag) as it was sent") { conversation in
            // What is made up may name nothing, and other checks see whether it is taken.
            let reply = try await conversation.groundwork(request, "with \(field.name) of the type \(type.tag)")
            return "\(try compare(sent, result(reply), shown, from: request, conversation)) fields as they were sent"
        }
    }
}

extension APIDescription {
    /// An object that has all members of a schema, as far as they are known or can be made up; nil where one has to be there that cannot.
    fileprivate func wholeValue(of schema: Schema, besides known: JSONValue?, having own: [String: JSONValue]) -> JSONValue? {
        guard let properties = properties(of: schema) else { return nil }
        var members = own
        for property in properties where own[property.name] == nil {
            members[property.name] = known?[property.name] ?? sampleValue(of: property.schema, invents: true)
            if members[property.name] == nil, property.isRequired { return nil }
        }
        return .object(members)
    }
}
