import CharterRuntime
import HTTPTypes

/// Writes a thing to its own place (`PUT`), and looks at what is there then.
struct Writing {
    private let probe: EndpointProbe
    /// The endpoint that shows what stands there; nil where the API has none.
    private let reader: APIDescription.Endpoint?

    init(_ probe: EndpointProbe, _ reader: APIDescription.Endpoint?) {
        self.probe = probe
        self.reader = reader
    }

    /// What was sent is there.
    func asSent() throws(MissingFixture) -> Dialogue {
        let trial = try TellingBodies(of: probe, try fields())
        let reading = try reading()
        return Dialogue(try trial.opening(), expecting: "what was sent, in what is there then") { conversation in
            try await trial.judge(conversation) { request in
                let reply = try await conversation.reply(to: request)
                return probe.endpoint.success.isStatus(of: reply) ? try await shown(behind: reply, reading, conversation) ?? .null : nil
            }
        }
    }

    /// The whole thing is replaced (RFC 9110 §9.3.4): what is sent without a field is as if it never had one.
    func anew() throws(MissingFixture) -> Dialogue {
        let optional = try fields().filter { !$0.isRequired }
        let least = try probe.content().removing(optional.map(\.name))
        let (bare, reading) = (try probe.sufficientRequest(with: least), try reading())
        return Dialogue(bare, expecting: "nothing of what stood there before, in what is there then") { conversation in
            let blank = try await result(of: bare, reading, conversation)
            var whole = least
            for field in optional {
                guard let value = value(of: field, besides: blank?[field.name]) else { continue }
                whole = whole.setting(value, at: [.member(field.name)]) ?? whole
            }
            guard whole != least else { throw MissingFixture("a body for \(probe.endpoint.id) with a field that may be left out") }
            _ = try await result(of: try probe.sufficientRequest(with: whole), reading, conversation)
            let again = try await result(of: try probe.sufficientRequest(with: least), reading, conversation)
            for field in optional where again?[field.name] != blank?[field.name] {
                let (found, wanted) = (again?[field.name]?.shortText ?? "absent", blank?[field.name]?.shortText ?? "absent")
                throw conversation.fail(bare, "\(field.name) is \(found), and was \(wanted) when the same was written before")
            }
            return "\(optional.count) fields that may be left out, as the body says"
        }
    }

    /// What makes a thing says so, by 201, and what writes one anew does not (RFC 9110 §9.3.4).
    ///
    /// - Parameter deleter: The endpoint that takes away what stands there, so that it can be made again; without one, something of another
    ///   name is made.
    func made(in parameter: APIDescription.Parameter, deleter: APIDescription.Endpoint?) throws(MissingFixture) -> Dialogue {
        let (known, repeated) = (try probe.sufficientRequest(), try probe.sufficientRequest())
        let other = try UnknownThings(probe).request(named: parameter, as: known)
        let deletion = try deleter.map { deleter throws(MissingFixture) in
            var deletion = try probe.at(deleter).sufficientRequest(lacking: parameter.name)
            deletion.takePath(from: known)
            return deletion
        }
        return Dialogue(known, expecting: "201 to what makes something, and another status when it is written again") { conversation in
            var isGone = false
            if let deletion { isGone = deletion.endpoint.success.isStatus(of: try await conversation.reply(to: deletion)) }
            let (request, second) = isGone ? (known, repeated) : (other, repeated.naming(other.path))
            let first = try await conversation.reply(to: request)
            // What the path names may have to be something that there is.
            guard probe.endpoint.success.isStatus(of: first) || isGone && !isOwnFailure(first, to: request) else {
                throw MissingFixture("a place at which \(probe.endpoint.id) makes something: it answers \(first.head.status.code)")
            }
            guard first.head.status.code == 201 else {
                throw conversation.fail(request, "the status is \(first.head.status.code), where nothing stood before", first)
            }
            let again = try await conversation.reply(to: second, expecting: Acceptance(of: probe.endpoint, orOwnFailuresIn: probe.api))
            guard again.head.status.code != 201 else {
                throw conversation.fail(second, "the status is 201 again, where something stood already", again)
            }
            return "201, and then \(again.head.status.code)"
        }
    }

    private func isOwnFailure(_ reply: HTTPReply, to request: EndpointRequest) -> Bool {
        Acceptance(of: probe.endpoint, orOwnFailuresIn: probe.api).faults(in: reply, to: request).isEmpty
    }

    /// What is there once a request has written it: as the endpoint that shows it says, or else as the reply does.
    private func result(
        of request: EndpointRequest,
        _ reading: EndpointRequest?,
        _ conversation: Conversation
    ) async throws -> JSONValue? {
        try await shown(behind: try await conversation.groundwork(request, "which writes something"), reading, conversation)
    }

    /// The same once a reply says that it was written.
    private func shown(behind reply: HTTPReply, _ reading: EndpointRequest?, _ conversation: Conversation) async throws -> JSONValue? {
        guard let reading else { return reply.result(of: probe.endpoint) }
        return try await conversation.reply(to: reading, expecting: Acceptance(of: reading.endpoint)).result(of: reading.endpoint)
    }

    private func reading() throws(MissingFixture) -> EndpointRequest? {
        guard let reader else { return nil }
        var reading = try probe.at(reader).sufficientRequest()
        reading.takePath(from: try probe.sufficientRequest())
        return reading
    }

    /// The fields of the body that are shown.
    private func fields() throws(MissingFixture) -> [APIDescription.Property] {
        guard let sent = probe.api.properties(of: probe.endpoint.requestBody?.schema), let shown = shownProperties else {
            throw MissingFixture("a body that is an object")
        }
        return sent.filter { field in shown.contains { $0.name == field.name } }
    }

    /// The fields of what is there.
    private var shownProperties: [APIDescription.Property]? {
        probe.api.properties(of: reader?.success.body ?? probe.endpoint.success.body)
    }

    /// A value of a field that is not the one there is; nil where only a person can know one.
    private func value(of field: APIDescription.Property, besides present: JSONValue?) -> JSONValue? {
        let example = probe.example
        let known = [(try? probe.content())?[field.name], example?[field.name], probe.api.sampleValue(of: field.schema)].compactMap(\.self)
        if let value = known.first(where: { $0 != present && $0 != .null }) { return value }
        return known.first.flatMap { OtherValue(in: probe.api).than($0, of: field.schema) }
    }
}

extension EndpointRequest {
    /// The same request of something else.
    fileprivate func naming(_ path: [String: String]) -> EndpointRequest {
        var request = self
        request.path = path
        return request
    }
}
