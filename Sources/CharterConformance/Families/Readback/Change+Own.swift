import CharterRuntime
import HTTPTypes

extension Change {
    /// What a thing has already it may keep: a change to it is not refused because something else had it.
    func toItsOwn(_ fields: [APIDescription.Property]) throws(MissingFixture) -> Dialogue {
        let content = try probe.content()
        let members = fields.compactMap { field in content[field.name].map { (field.name, $0) } }
        guard !members.isEmpty else {
            throw MissingFixture("a body for \(probe.endpoint.id) with one of \(fields.map(\.name).joined(separator: ", "))")
        }
        let request = try probe.sufficientRequest(with: .object(Dictionary(uniqueKeysWithValues: members)))
        return Dialogue(request, expecting: "the same change again, against which stands nothing but the thing itself") { conversation in
            _ = try await conversation.groundwork(request, "which changes something")
            let again = try await conversation.reply(to: request, whereFree: "only the thing itself has these values", probe)
            return again.outline
        }
    }
}
