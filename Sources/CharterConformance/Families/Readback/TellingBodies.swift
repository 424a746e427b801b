import CharterRuntime

/// What an endpoint takes, and the same with another value of each enumeration: together they tell whether a server listens to either.
struct TellingBodies {
    private let probe: EndpointProbe
    private let fields: [APIDescription.Property]
    /// The fields whose values are others.
    private let varied: [APIDescription.Property]
    private let known: JSONValue
    private let other: JSONValue

    /// - Parameter fields: What comes back as it was sent.
    init(of probe: EndpointProbe, _ fields: [APIDescription.Property]) throws(MissingFixture) {
        let known = try probe.content()
        var (varied, other) = ([APIDescription.Property](), known)
        for field in fields {
            guard case .enumeration? = probe.api.resolved(field.schema)?.schema, let present = known[field.name],
                let value = OtherValue(in: probe.api).than(present, of: field.schema)
            else { continue }
            other = other.setting(value, at: [.member(field.name)]) ?? other
            varied.append(field)
        }
        (self.probe, self.fields, self.known, self.varied, self.other) = (probe, fields, known, varied, other)
    }

    func opening() throws(MissingFixture) -> EndpointRequest { try probe.sufficientRequest(with: known) }

    /// Sends both, and judges what comes back.
    ///
    /// - Parameter result: What a request came to; nil where it was not done.
    func judge(
        _ conversation: Conversation,
        _ result: (EndpointRequest) async throws -> JSONValue?
    ) async throws -> String {
        var count: Int?
        // What stands first among several values is also what a server says that does not listen.
        for isKnown in saysFirst ? [false, true] : [true, false] where isKnown || !varied.isEmpty {
            let request = try probe.sufficientRequest(with: isKnown ? known : other)
            guard let found = try await result(request) else { continue }
            if isKnown {
                count = try SentFields(known, of: probe, shown: fields).judge(found, from: request, conversation)
            } else {
                // A value that nobody knows to be good may become another one, but hardly the one that was not sent.
                let sent = SentFields(other, of: probe, shown: varied)
                let deaf = sent.departed(in: found).first { found[$0] == known[$0] }
                if let deaf { throw sent.departure(of: deaf, in: found, from: request, conversation) }
                count = count ?? varied.count
            }
        }
        guard let count else { throw MissingFixture("a call of \(probe.endpoint.id) that succeeds") }
        return "\(count) fields as they were sent"
    }

    private var saysFirst: Bool {
        varied.contains { field in
            guard case .enumeration(let values, _)? = probe.api.resolved(field.schema)?.schema else { return false }
            return known[field.name] == values.first.map(JSONValue.string)
        }
    }
}
