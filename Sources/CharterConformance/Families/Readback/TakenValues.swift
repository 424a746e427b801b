import CharterRuntime

extension APIDescription.Endpoint {
    /// Its failures whose codes say that something else has a value already.
    var failuresOfTakenValues: [APIDescription.Failure] {
        let words = ["taken", "exists", "duplicate", "unique", "used"]
        return failures.filter { failure in
            failure.code.lowercased().split { !$0.isLetter }.contains { word in words.contains { $0 == word } }
        }
    }
}

extension Conversation {
    /// The reply to a request whose values nothing else has; it may fail as documented, but not because they are taken.
    ///
    /// - Parameter reason: Why nothing else has them.
    func reply(to request: EndpointRequest, whereFree reason: String, _ probe: EndpointProbe) async throws -> HTTPReply {
        let reply = try await reply(to: request, expecting: Acceptance(of: probe.endpoint, orOwnFailuresIn: probe.api))
        for failure in probe.endpoint.failuresOfTakenValues {
            let refusal = Refusal([(failure.status, failure.code)], of: probe.endpoint, in: probe.api)
            guard refusal.faults(in: reply, to: request).isEmpty else { continue }
            throw fail(request, "it is \(failure.code), and \(reason)", reply)
        }
        return reply
    }
}
