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
        let taken = probe.endpoint.failuresOfTakenValues.map { failure in
            (code: failure.code, refusal: Refusal([(failure.status, failure.code)], of: probe.endpoint, in: probe.api))
        }
        return Dialogue(request, expecting: "the same change again, against which stands nothing but the thing itself") { conversation in
            _ = try await conversation.groundwork(request, "which changes something")
            let own = Acceptance(of: probe.endpoint, orOwnFailuresIn: probe.api)
            let again = try await conversation.reply(to: request, expecting: own)
            if let failure = taken.first(where: { $0.refusal.faults(in: again, to: request).isEmpty }) {
                throw conversation.fail(request, "it is \(failure.code), and only the thing itself has these values", again)
            }
            return again.outline
        }
    }
}

extension APIDescription.Endpoint {
    /// Its failures whose codes say that something else has a value already.
    var failuresOfTakenValues: [APIDescription.Failure] {
        let words = ["taken", "exists", "duplicate", "unique", "used"]
        return failures.filter { failure in
            failure.code.lowercased().split { !$0.isLetter }.contains { word in words.contains { $0 == word } }
        }
    }
}
