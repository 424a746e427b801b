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
        let trial = try TellingBodies(of: probe, fields)
        let own = Acceptance(of: probe.endpoint, orOwnFailuresIn: probe.api)
        return Dialogue(try trial.opening(), expecting: "what was sent, in what comes back") { conversation in
            try await trial.judge(conversation) { request in
                let reply = try await conversation.reply(to: request, expecting: own)
                // What can be done once only is not done again.
                return probe.endpoint.success.isStatus(of: reply) ? reply.result(of: probe.endpoint) ?? .null : nil
            }
        }
    }
}

extension APIDescription {
    /// The fields of a call that are told of the thing as they were said.
    ///
    /// A number may be added to what is there, and a text may be about another thing of the same name: those that only an action gives are no such.
    func fieldsToldByAction(_ endpoint: Endpoint) -> [Property] {
        sharedProperties(endpoint.requestBody?.schema, endpoint.success.body).filter { property in
            switch resolved(property.schema)?.schema {
            case .boolean, .enumeration: true
            case .string(let format, _, _): format == .date || format == .timestamp || !property.isRequired
            default: false
            }
        }
    }
}
