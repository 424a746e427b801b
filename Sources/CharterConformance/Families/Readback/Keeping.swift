import CharterRuntime
import HTTPTypes

/// Does something with a thing, and looks at it again: what the reply says was not only said.
struct Keeping {
    private let probe: EndpointProbe
    private let reader: APIDescription.Endpoint
    /// The members that mean the same in the reply and where the thing is shown; nil where all do.
    private let names: [String]?

    init(_ probe: EndpointProbe, _ reader: APIDescription.Endpoint, _ names: [String]?) {
        self.probe = probe
        self.reader = reader
        self.names = names
    }

    /// The endpoint that shows the thing has what the reply has, where that is another than before.
    ///
    /// A reply may show once what is never shown again, such as a new key: but for states, some of what is another must be found, not all.
    func dialogue() throws(MissingFixture) -> Dialogue {
        let caller = try probe.sufficientCaller(alsoAt: reader)
        let acting = try requests(as: caller)
        var reading = try probe.at(reader).request(as: caller)
        reading.takePath(from: acting[0])
        let request = reading
        return Dialogue(acting[0], expecting: "what comes back, in what \(reader.id) shows then") { conversation in
            let before = try await conversation.groundwork(request, "to compare with").result(of: reader)
            let (done, said) = try await changed(acting, before, conversation)
            let after = try await conversation.groundwork(request, "to compare with").result(of: reader)
            let told = differences(of: said, from: before).filter { after?[$0] != nil || before?[$0] != nil || said[$0] == .null }
            guard let name = told.first else { throw MissingFixture(unfit: "\(probe.endpoint.id) leaves what is shown as it is") }
            let stale = told.filter { after?[$0] == before?[$0] }
            // Each state must be found, and of the rest something.
            if let forgotten = stale.first(where: isState) ?? (stale.count == told.count ? name : nil) {
                let found = "\(forgotten) is \(after?[forgotten]?.shortText ?? "absent") still"
                throw conversation.fail(request, "\(found), where \(done.endpoint.id) answered \(said[forgotten]?.shortText ?? "nothing")")
            }
            return "\(told.joined(separator: ", ")) as \(done.endpoint.id) answered"
        }
    }

    /// The first request that changes something, and what it is answered.
    private func changed(
        _ requests: [EndpointRequest],
        _ before: JSONValue?,
        _ conversation: Conversation
    ) async throws -> (request: EndpointRequest, said: JSONValue) {
        for request in requests {
            let reply = try await conversation.reply(to: request)
            guard probe.endpoint.success.isStatus(of: reply), let said = reply.result(of: probe.endpoint) else { continue }
            if !differences(of: said, from: before).isEmpty { return (request, said) }
        }
        throw MissingFixture("a call of \(probe.endpoint.id) that succeeds and changes something")
    }

    /// The calls to try: as the fixtures or the contract have it, and with other values.
    private func requests(as caller: FixtureCaller) throws(MissingFixture) -> [EndpointRequest] {
        var contents: [JSONValue?] = [nil]
        if let body = probe.endpoint.requestBody, let content = try? probe.content() {
            contents += OtherValue(in: probe.api).all(than: content, of: body.schema).prefix(3).map { $0 }
        }
        var requests: [EndpointRequest] = []
        for content in contents { requests.append(try probe.request(as: caller, with: content)) }
        return requests
    }

    /// Whether a member is one of a few values, none of which is shown but once.
    private func isState(_ name: String) -> Bool {
        let property = probe.api.properties(of: probe.endpoint.success.body)?.first { $0.name == name }
        return property?.isState(in: probe.api) ?? false
    }

    /// The members that are others than in another object, by name.
    private func differences(of said: JSONValue, from before: JSONValue?) -> [String] {
        guard case .object(let members) = said else { return [] }
        return members.keys.sorted().filter { members[$0] != before?[$0] && names?.contains($0) != false }
    }
}
