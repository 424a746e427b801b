import CharterRuntime

/// Does something with a thing that is there, and looks for what the call said of it.
struct Action {
    private let probe: EndpointProbe
    private let fields: [APIDescription.Property]

    /// - Parameter fields: What the call says and the reply shows.
    init(_ probe: EndpointProbe, _ fields: [APIDescription.Property]) {
        self.probe = probe
        self.fields = fields
    }

    /// What was said comes back.
    func asSent() throws(MissingFixture) -> Dialogue {
        let calls = try probe.contents(varying: fields).map { sent throws(MissingFixture) in
            (sent: sent, request: try probe.sufficientRequest(with: sent))
        }
        let own = Acceptance(of: probe.endpoint, orOwnFailuresIn: probe.api)
        return Dialogue(calls[0].request, expecting: "what was sent, in what comes back") { conversation in
            var compared: [Int] = []
            for (sent, request) in calls {
                let reply = try await conversation.reply(to: request, expecting: own)
                // What can be done once only is not done again.
                guard probe.endpoint.success.isStatus(of: reply) else { continue }
                compared.append(try compare(sent, reply, to: request, conversation))
            }
            guard let count = compared.max() else { throw MissingFixture("a call of \(probe.endpoint.id) that succeeds") }
            return "\(count) fields as they were sent"
        }
    }

    /// - Returns: How many fields were compared.
    private func compare(_ sent: JSONValue, _ reply: HTTPReply, to request: EndpointRequest, _ conversation: Conversation) throws -> Int {
        let found = reply.result(of: probe.endpoint)
        let said = fields.filter { sent[$0.name] != nil }
        for field in said {
            guard let wanted = sent[field.name] else { continue }
            // A number may be added to what is there, and is there then.
            let isAdded = field.isNumber(in: probe.api) && wanted != .null && found?[field.name] != nil
            guard !isAdded, !probe.isSame(found, as: wanted, at: field.name, shown: fields) else { continue }
            let fault = "\(field.name) is \(found?[field.name]?.shortText ?? "absent") where \(wanted.shortText) was sent"
            throw conversation.fail(request, fault, reply)
        }
        return said.count
    }
}

extension APIDescription {
    /// The fields of a call that are told of the thing.
    ///
    /// A text or a number may be about another thing of the same name: those that only an action gives are not.
    func fieldsToldByAction(_ endpoint: Endpoint) -> [Property] {
        sharedProperties(endpoint.requestBody?.schema, endpoint.success.body).filter { property in
            switch resolved(property.schema)?.schema {
            case .boolean, .enumeration: true
            case .string(let format, _, _): format == .date || format == .timestamp || !property.isRequired
            case .integer, .number, .exactNumber: !property.isRequired
            default: false
            }
        }
    }
}
