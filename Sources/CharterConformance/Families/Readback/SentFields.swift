import CharterRuntime

/// The fields that a request says and that are shown afterwards.
struct SentFields {
    private let probe: EndpointProbe
    private let sent: JSONValue
    private let shown: [APIDescription.Property]

    /// - Parameters:
    ///   - sent: What the request says.
    ///   - shown: The fields of what comes back.
    init(_ sent: JSONValue, of probe: EndpointProbe, shown: [APIDescription.Property]) {
        (self.sent, self.probe, self.shown) = (sent, probe, shown)
    }

    /// Their names.
    var names: [String] {
        guard case .object(let members) = sent else { return [] }
        return members.keys.sorted().filter { name in shown.contains { $0.name == name } }
    }

    /// Those that did not come back as they were sent.
    func departed(in found: JSONValue?) -> [String] {
        names.filter { name in !(sent[name].map { probe.isSame(found, as: $0, at: name, shown: shown) } ?? true) }
    }

    /// Each came back as it was sent.
    ///
    /// - Returns: How many there are.
    /// - Throws: ``MissingFixture`` where there is none.
    func judge(_ found: JSONValue?, from request: EndpointRequest, _ conversation: Conversation) throws -> Int {
        if names.isEmpty { throw MissingFixture("a body for \(probe.endpoint.id) that has something which is shown") }
        if let name = departed(in: found).first { throw departure(of: name, in: found, from: request, conversation) }
        return names.count
    }

    func departure(of name: String, in found: JSONValue?, from request: EndpointRequest, _ conversation: Conversation) -> Departure {
        let value = found?[name]?.shortText ?? "absent"
        return conversation.fail(request, "\(name) is \(value) where \(sent[name]?.shortText ?? "nothing") was sent")
    }
}
