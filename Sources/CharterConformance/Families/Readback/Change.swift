import CharterRuntime

/// Changes one field of a thing.
struct Change {
    private let probe: EndpointProbe
    /// The fields that can be changed.
    private let fields: [String]

    init(_ probe: EndpointProbe, _ fields: [String]) {
        self.probe = probe
        self.fields = fields
    }

    /// The field is another one, and the other fields are as they were.
    func changed(_ field: APIDescription.Property) throws(MissingFixture) -> Dialogue {
        let content = try probe.content()
        guard let value = content[field.name] ?? probe.api.sampleValue(of: field.schema) else {
            throw MissingFixture("a body for \(probe.endpoint.id) that has \(field.name)")
        }
        guard let other = other(than: value, field) else {
            throw MissingFixture("a second value for \(field.name) of \(probe.endpoint.id)")
        }
        return dialogue(field, from: content, to: other)
    }

    /// A null takes the field away.
    func cleared(_ field: APIDescription.Property) throws(MissingFixture) -> Dialogue {
        dialogue(field, from: try probe.content(), to: .null)
    }

    private func dialogue(_ field: APIDescription.Property, from content: JSONValue, to value: JSONValue) -> Dialogue {
        let opening = (try? probe.sufficientRequest(with: .object([field.name: value]))) ?? EndpointRequest(probe.endpoint)
        return Dialogue(opening, expecting: "\(field.name) is \(value.shortText), and what else can be changed is as it was") {
            conversation in
            let first = try probe.sufficientRequest(with: content)
            let before = result(try await conversation.groundwork(first, "which shows what is there"))
            let second = try probe.sufficientRequest(with: .object([field.name: value]))
            let reply = try await conversation.reply(to: second, expecting: Acceptance(of: probe.endpoint))
            let after = result(reply)
            guard after?[field.name] ?? .null == value else {
                throw conversation.fail(second, "\(field.name) is \(after?[field.name]?.shortText ?? "absent")")
            }
            for name in fields where name != field.name && after?[name] != before?[name] {
                throw conversation.fail(
                    second,
                    "\(name) is \(after?[name]?.shortText ?? "absent"), and was \(before?[name]?.shortText ?? "absent")"
                )
            }
            return "\(field.name) is \(value.shortText)"
        }
    }

    private func result(_ reply: HTTPReply) -> JSONValue? {
        let body = try? JSONCoding.decode(JSONValue.self, from: reply.body)
        return probe.endpoint.envelope?.single.flatMap { body?.member(at: $0) } ?? body
    }

    /// A valid value that is another one.
    private func other(than value: JSONValue, _ field: APIDescription.Property) -> JSONValue? {
        let candidates: [JSONValue]
        switch (value, probe.api.resolved(field.schema)?.schema) {
        case (.boolean(let flag), _): candidates = [.boolean(!flag)]
        case (.integer(let number), _): candidates = [.integer(number &+ 1), .integer(number &- 1)]
        case (.string, .enumeration(let values, _)): candidates = values.map(JSONValue.string)
        case (.string(let text), _):
            candidates = [.string(text + " II"), .string(text + "x"), .string(String(text.dropLast())), .string("7" + text.dropFirst())]
        case (.object, let schema?):
            candidates = BodySite.all(in: schema, of: probe.api).compactMap { site in
                guard case .integer(let number)? = value.value(at: site.steps) else { return nil }
                return value.setting(.integer(number &+ 1), at: site.steps)
            }
        case (.array(let items), _): candidates = [.array(items + items.prefix(1)), .array(Array(items.dropLast()))]
        default: candidates = []
        }
        return candidates.first { $0 != value && probe.api.faults(of: $0, against: field.schema).isEmpty }
    }
}
