import CharterRuntime

/// A caller whose credential says which tenant it belongs to, and who names another one where callers with other credentials do.
struct TenantOfKey {
    private let probe: EndpointProbe
    /// The header field in which others name their tenant.
    private let header: String

    init(_ probe: EndpointProbe, _ header: String) {
        self.probe = probe
        self.header = header
    }

    /// The answer is that of the caller's own tenant.
    func procedure(as credential: String) throws(MissingFixture) -> Dialogue {
        let home = try probe.home()
        let caller = try probe.sufficientCaller(of: home) { $0.credentials == [credential] && $0.belongs(to: home, as: credential) }
        let own = try probe.request(as: caller)
        var other = own
        try other.fill(header, try probe.foreigner())
        let request = other
        return Dialogue(request, expecting: "the answer that \(home) gets without \(header)") { conversation in
            let answer = try await conversation.groundwork(own, "to compare with")
            let reply = try await conversation.reply(to: request, expecting: Acceptance(of: probe.endpoint))
            guard result(reply) == result(answer) else {
                // What changes from call to call tells nothing.
                guard result(try await conversation.groundwork(own, "to compare with")) == result(answer) else {
                    throw MissingFixture(unfit: "\(probe.endpoint.id) answers the same call in different ways")
                }
                throw conversation.fail(request, "the answer is another than that of \(home)", reply)
            }
            return reply.outline
        }
    }

    /// What a body tells, without what it says of this reply alone.
    private func result(_ reply: HTTPReply) -> JSONValue? {
        if let paging = probe.endpoint.paging { return PageReading(reply, paging: paging).map { .array($0.items) } }
        let body = try? JSONCoding.decode(JSONValue.self, from: reply.body)
        let envelope = probe.endpoint.envelope
        let members = [envelope?.single, envelope?.list].compactMap(\.self)
        return members.lazy.compactMap { body?.member(at: $0) }.first ?? (envelope?.extras.isEmpty ?? true ? body : nil)
    }
}
