import CharterRuntime
import HTTPTypes

extension OwnFailure {
    /// What fails does nothing of what it was asked for: the thing is as it was, in what was sent and in its states.
    ///
    /// - Parameter reader: The endpoint that shows the thing.
    func changesNothing(shownBy reader: APIDescription.Endpoint) throws(MissingFixture) -> Dialogue {
        let (refusal, missing) = (self.refusal, try self.missing())
        let known = try known().first
        let request = if let known { known } else { try probe.sufficientRequest() }
        var reading = try probe.at(reader).sufficientRequest()
        reading.takePath(from: request)
        let look = reading
        let names = probe.api.properties(of: reader.success.body)?.filter { isOfCall($0) }.map(\.name) ?? []
        return Dialogue(request, expecting: "\(refusal.summary), and the thing as it was") { conversation in
            // The same a second time may lead to it.
            if known == nil { _ = try await conversation.reply(to: request) }
            let before = try await conversation.groundwork(look, "to compare with").result(of: reader)
            let reply = try await conversation.reply(to: request)
            guard refusal.faults(in: reply, to: request).isEmpty else { throw missing }
            let after = try await conversation.groundwork(look, "to compare with").result(of: reader)
            if let name = names.first(where: { before?[$0] != after?[$0] }) {
                let (found, wanted) = (after?[name]?.shortText ?? "absent", before?[name]?.shortText ?? "absent")
                throw conversation.fail(look, "\(name) is \(found), and was \(wanted) before the call that failed")
            }
            return "\(names.count) members as they were"
        }
    }

    /// Whether the call speaks of a member, or it is a state.
    ///
    /// A failed try may be counted, and its instant noted.
    private func isOfCall(_ property: APIDescription.Property) -> Bool {
        let sent = probe.api.properties(of: probe.endpoint.requestBody?.schema) ?? []
        return sent.contains { $0.name == property.name } || property.isState(in: probe.api)
    }
}
