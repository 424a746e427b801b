import CharterRuntime
import HTTPTypes

/// Calls that carry an idempotency key, and come again.
struct RepeatedCalls {
    let probe: EndpointProbe
    let idempotency: APIDescription.Idempotency

    init(_ probe: EndpointProbe, _ idempotency: APIDescription.Idempotency) {
        self.probe = probe
        self.idempotency = idempotency
    }

    /// The same call answers the same, and says so where that is documented.
    func replayed() throws(MissingFixture) -> Dialogue {
        let request = try request(try key())
        return repeated(request, request, expecting: "the first answer again")
    }

    /// Neither the order nor the spelling of what was sent tells one call from another.
    func respelled() throws(MissingFixture) -> Dialogue {
        let first = try request(try key())
        var second = first
        guard let body = first.body, let text = (try? JSONCoding.decode(JSONValue.self, from: body))?.reversedText else {
            throw MissingFixture("a body for \(probe.endpoint.id) that is an object")
        }
        second.body = Array(text.utf8)
        return repeated(first, second, expecting: "the first answer again, though its members come in another order and with blanks")
    }

    func repeated(_ first: EndpointRequest, _ second: EndpointRequest, expecting expected: String) -> Dialogue {
        Dialogue(second, expecting: expected) { conversation in
            let answer = try await conversation.groundwork(first, "to repeat")
            let again = try await conversation.reply(to: second)
            if let fault = difference(answer, again) { throw conversation.fail(second, fault, again) }
            for name in ownFields where again.head.headerFields[name] != answer.head.headerFields[name] {
                throw conversation.fail(second, "\(name) is another than the first time, or missing", again)
            }
            if let name = idempotency.replayHeader.flatMap({ HTTPField.Name($0) }) {
                guard again.head.headerFields[name] == "true" else { throw conversation.fail(second, "\(name) is not true", again) }
                guard answer.head.headerFields[name] != "true" else {
                    throw conversation.fail(first, "\(name) is true of the first call", answer)
                }
            }
            return again.outline
        }
    }

    /// The header fields that an answer has of its own.
    private var ownFields: [HTTPField.Name] {
        (probe.endpoint.success.location == nil ? [] : [.location])
            + probe.endpoint.success.headers.compactMap { HTTPField.Name($0.name) }
    }

    /// Another key is another call.
    func withOtherKey() throws(MissingFixture) -> Dialogue {
        let first = try request(try key())
        let second = try request(try key())
        let own = Acceptance(of: probe.endpoint, orOwnFailuresIn: probe.api)
        let expected = "another answer than that to the call with the first key, which is answered as before"
        return Dialogue(second, expecting: expected) { conversation in
            let answer = try await conversation.groundwork(first, "to compare with")
            let other = try await conversation.reply(to: second, expecting: own)
            try refuseEqual(answer, other, to: second, conversation)
            // The first call is remembered beside the second.
            let again = try await conversation.reply(to: first)
            if let fault = difference(answer, again) { throw conversation.fail(first, "behind a call with another key: \(fault)", again) }
            return other.outline
        }
    }

    /// What a check refuses is not remembered: the call can be made with the same key once it is right.
    func afterRefusal() throws(MissingFixture) -> Dialogue {
        let key = try key()
        let second = try request(key)
        var first = second
        first.body = try body(holding: try unfitContent(), key)
        let wrong = first
        let own = Acceptance(of: probe.endpoint, orOwnFailuresIn: probe.api)
        return Dialogue(second, expecting: "\(own.summary), though a call with this key was refused before") { conversation in
            let refusal = try await conversation.reply(to: wrong)
            guard (400..<500).contains(refusal.head.status.code) else { throw MissingFixture("a body that \(probe.endpoint.id) refuses") }
            return try await conversation.reply(to: second, expecting: own).outline
        }
    }

    /// What a body may not hold: nothing where something is needed, or else what breaks the bounds of one of its fields.
    private func unfitContent() throws(MissingFixture) -> JSONValue {
        guard let body = probe.endpoint.requestBody else { throw MissingFixture("a body in \(probe.endpoint.id) that could be refused") }
        let nothing = JSONValue.object([:])
        guard let fields = probe.api.properties(of: body.schema), !fields.contains(where: \.isRequired) else {
            return nothing
        }
        for field in fields {
            for trial in ValueTrials(field.schema, in: probe.api).all where !trial.isValid {
                if let value = trial.value() { return .object([field.name: value]) }
            }
        }
        return nothing
    }

    /// A member of the body that is another is another payload, whichever it is.
    func withOther(_ property: APIDescription.Property) throws(MissingFixture) -> Dialogue {
        let content = try probe.content()
        guard let schema = probe.endpoint.requestBody?.schema else { throw MissingFixture("an endpoint that takes a body") }
        var values: [JSONValue] = []
        if let value = content[property.name] {
            values = OtherValue(in: probe.api).all(than: value, of: property.schema)
        } else if let value = probe.api.sampleValue(of: property.schema) {
            // What stands for a field that is left out says nothing else.
            let standing = probe.standingValues(of: property)
            values = ([value] + OtherValue(in: probe.api).all(than: value, of: property.schema)).filter { !standing.contains($0) }
        }
        let others = values.compactMap { content.setting($0, at: [.member(property.name)]) }
        guard let other = others.first(where: { probe.api.faults(of: $0, against: schema).isEmpty }) else {
            throw MissingFixture("a body for \(probe.endpoint.id) with another \(property.name)")
        }
        return try refused(holding: other, for: ", for another \(property.name)")
    }

    func withOtherPayload() throws(MissingFixture) -> Dialogue {
        try refused(holding: try OtherPayload(probe).content())
    }

    /// The key comes again with a body that says something else.
    private func refused(holding content: JSONValue, for reason: String = "") throws(MissingFixture) -> Dialogue {
        let key = try key()
        let first = try request(key)
        var second = first
        second.body = try body(holding: content, key)
        let other = second
        let refusal = probe.refusal(.idempotencyMismatch)
        return Dialogue(other, expecting: refusal.summary + reason) { conversation in
            _ = try await conversation.groundwork(first, "to repeat")
            return try await conversation.reply(to: other, expecting: refusal).outline
        }
    }

    /// A request with a key.
    func request(_ key: String) throws(MissingFixture) -> EndpointRequest {
        var request = try probe.sufficientRequest()
        try carry(key, in: &request)
        return request
    }

    func carry(_ key: String, in request: inout EndpointRequest) throws(MissingFixture) {
        switch idempotency.place {
        case .header(let name): try request.fill(name, key)
        case .field(let name):
            // What the request holds already stays: it may be made to fail.
            request.setMember(name, key)
        }
    }

    /// A body with its key, where that stands in it.
    func body(holding content: JSONValue, _ key: String) throws(MissingFixture) -> [UInt8]? {
        guard let plain = try probe.body(holding: content) else { return nil }
        guard case .field(let name) = idempotency.place else { return plain }
        guard case .object(var members)? = try? JSONCoding.decode(JSONValue.self, from: plain) else { return plain }
        members[name] = .string(key)
        return try? JSONCoding.encode(JSONValue.object(members))
    }

    /// A key that was never used.
    func key() throws(MissingFixture) -> String {
        guard let key = probe.api.uniqueText(of: idempotency.form) else {
            throw MissingFixture("an idempotency key for \(probe.endpoint.id)")
        }
        return key
    }

    /// How the second answer differs from the first; nil where it does not.
    func difference(_ first: HTTPReply, _ second: HTTPReply) -> String? {
        if second.head.status != first.head.status {
            return "the status is \(second.head.status.code), and was \(first.head.status.code) the first time"
        }
        return result(second) == result(first) ? nil : "the body is another than the first time"
    }

    /// What a body holds, without what its envelope says of this reply alone.
    func result(_ reply: HTTPReply) -> JSONValue? {
        let body = try? JSONCoding.decode(JSONValue.self, from: reply.body)
        guard let member = probe.endpoint.envelope?.single else { return body }
        return body?.member(at: member)
    }

    /// Whether a reply says that it is one that was given before; false where none would.
    func isMarked(_ reply: HTTPReply) -> Bool {
        idempotency.replayHeader.flatMap { HTTPField.Name($0) }.map { reply.head.headerFields[$0] == "true" } ?? false
    }

    /// That two calls were done and not one: what they made has names of its own.
    func refuseEqual(_ first: HTTPReply, _ second: HTTPReply, to request: EndpointRequest, _ conversation: Conversation) throws {
        guard probe.endpoint.success.isStatus(of: second) else { return }
        if isMarked(second) { throw conversation.fail(request, "it says that it repeats the first answer", second) }
        let names = probe.api.identityNames(of: probe.endpoint)
        let (one, other) = (result(first), result(second))
        guard let ids = one?.identities(names), let others = other?.identities(names), !ids.isEmpty, !others.isEmpty else {
            // An answer that differs is another call's, whatever names it; of equal ones the mark tells, where there is one.
            if one != other || idempotency.replayHeader != nil { return }
            throw MissingFixture("an id in what \(probe.endpoint.id) answers, by which two calls are told from one")
        }
        // What the path names is the same in both, and may be as it was: then the mark alone tells.
        let isNamed = !Set(request.path.values).isDisjoint(with: ids.values.compactMap(\.parameterText))
        if isNamed, one == other, idempotency.replayHeader == nil {
            throw MissingFixture(unfit: "\(probe.endpoint.id) leaves what it is called for as it is: two calls cannot be told from one")
        }
        if isNamed { return }
        // Things that are counted within another one, or within a tenant, may have one number and differ in all else.
        let isOne = ids == others && (ids.values.contains(where: \.isUUID) || one == other)
        if isOne { throw conversation.fail(request, "it answers with what the first call made", second) }
    }
}
