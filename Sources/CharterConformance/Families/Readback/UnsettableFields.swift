import CharterRuntime
import HTTPTypes

/// Sends what callers cannot set.
struct UnsettableFields {
    private let probe: EndpointProbe
    private let fields: [APIDescription.Property]

    /// - Parameter fields: What only the server sets, or can be set at another time.
    init(_ probe: EndpointProbe, _ fields: [APIDescription.Property]) {
        self.probe = probe
        self.fields = fields
    }

    /// What callers cannot set is passed over where they send it.
    ///
    func dialogue() throws(MissingFixture) -> Dialogue {
        guard case .object(var members) = try probe.content() else { throw MissingFixture("a body that is an object") }
        var odd: [String: JSONValue] = [:]
        for field in fields where members[field.name] == nil { odd[field.name] = oddValue(of: field.schema) }
        guard !odd.isEmpty else { throw MissingFixture("values that nothing has by itself, for what only the server sets") }
        members.merge(odd) { first, _ in first }
        let request = try probe.sufficientRequest(with: .object(members))
        let (own, sent) = (Acceptance(of: probe.endpoint, orOwnFailuresIn: probe.api), odd)
        let names = odd.keys.sorted().joined(separator: ", ")
        return Dialogue(request, expecting: "\(own.summary), with none of what was sent in \(names)") { conversation in
            let reply = try await conversation.reply(to: request, expecting: own)
            guard probe.endpoint.success.isStatus(of: reply) else {
                throw MissingFixture("a call that succeeds: \(probe.endpoint.id) answers \(conversation.exchanger.excerpt(reply))")
            }
            let result = reply.result(of: probe.endpoint)
            if let name = sent.keys.sorted().first(where: { result?[$0] == sent[$0] }) {
                throw conversation.fail(request, "\(name) is \(sent[name]?.shortText ?? ""), which callers cannot set", reply)
            }
            return reply.outline
        }
    }

    /// A value that a server hardly comes to by itself; nil where it may well.
    private func oddValue(of schema: APIDescription.Schema) -> JSONValue? {
        switch probe.api.resolved(schema)?.schema {
        case .string, .decimal: break
        case .integer:
            return [987_654, 98_765, 987].map { JSONValue.integer($0) }.first { probe.api.faults(of: $0, against: schema).isEmpty }
        default: return nil
        }
        return probe.api.sampleValue(of: schema, invents: true).flatMap { OtherValue(in: probe.api).than($0, of: schema) }
    }
}
