import CharterRuntime

/// Deletes a thing, and looks for it.
struct Deletion {
    let probe: EndpointProbe

    init(_ probe: EndpointProbe) {
        self.probe = probe
    }

    func gone(from reader: APIDescription.Endpoint) throws(MissingFixture) -> Dialogue {
        let deletion = try probe.sufficientRequest()
        let readerProbe = probe.at(reader)
        var reading = try readerProbe.sufficientRequest()
        // The same thing, whatever the fixtures name elsewhere.
        reading.takePath(from: deletion)
        let refusal = readerProbe.refusal(.notFound)
        return Dialogue(deletion, expecting: "\(reader.id) finds it no more: \(refusal.summary)") { [reading] conversation in
            _ = try await conversation.groundwork(reading, "before it is deleted")
            _ = try await conversation.groundwork(deletion, "which deletes something")
            return try await conversation.reply(to: reading, expecting: refusal).outline
        }
    }

    /// The second time it is not there, or that is just what was asked for.
    func again() throws(MissingFixture) -> Dialogue {
        let deletion = try probe.sufficientRequest()
        let repeats = probe.endpoint.success.repeatsDeletion
        let expectation: any Expectation = repeats ? Acceptance(of: probe.endpoint) : probe.refusal(.notFound)
        return Dialogue(deletion, expecting: "the second time \(expectation.summary)") { conversation in
            _ = try await conversation.groundwork(deletion, "which deletes something")
            return try await conversation.reply(to: deletion, expecting: expectation).outline
        }
    }
}
