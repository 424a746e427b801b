import CharterRuntime
import HTTPTypes

/// A caller who stays at home, and names what belongs to another tenant.
struct ForeignThings {
    private let probe: EndpointProbe

    init(_ probe: EndpointProbe) {
        self.probe = probe
    }

    /// The path names a thing of another tenant.
    func named(in parameter: String) throws(MissingFixture) -> any Procedure {
        let (id, home, foreigner) = (probe.endpoint.id, try probe.home(), try probe.foreigner())
        guard let value = probe.fixtures.parameters[foreigner]?[id]?[parameter] else {
            throw MissingFixture(#"a value: parameters["\#(foreigner)"]["\#(id)"]["\#(parameter)"]"#)
        }
        guard value != probe.fixtures.parameters[home]?[id]?[parameter] else {
            throw MissingFixture("a \(parameter) of \(id) that exists for \(foreigner) and not for \(home)")
        }
        var request = try probe.sufficientRequest()
        request.path[parameter] = value
        let namesThing = probe.endpoint.path.segments.last == .parameter(parameter)
        if probe.endpoint.success.repeatsDeletion, namesThing { return ForeignDeletion(deletion: request, in: try probe.abroad()) }
        if probe.endpoint.success.repeatsDeletion {
            return SingleExchange(request, expecting: EitherOf(Acceptance(of: probe.endpoint), probe.refusal(.notFound)))
        }
        return SingleExchange(request, expecting: probe.refusal(.notFound))
    }

    /// The body names a thing of another tenant: it is refused for whatever reason, as if there were no such thing.
    ///
    /// - Parameter owners: Endpoints in whose paths such things are named.
    func referred(to field: String, of owners: [APIDescription.Endpoint]) throws(MissingFixture) -> any Procedure {
        let (home, foreigner) = (try probe.home(), try probe.foreigner())
        func known(_ tenant: String) -> [String] { owners.compactMap { probe.fixtures.parameters[tenant]?[$0.id]?[field] } }
        guard let value = known(foreigner).first(where: { !known(home).contains($0) }) else {
            throw MissingFixture("a \(field) that exists for \(foreigner) and not for \(home)")
        }
        let content = try probe.content()
        guard let own = content[field], case .string = own else {
            throw MissingFixture("a body for \(probe.endpoint.id) that has \(field)")
        }
        let (first, second) = (try probe.sufficientRequest(), try BodyChange(probe).request(with: .string(value), at: [.member(field)]))
        return Dialogue(second, expecting: "a refusal of what belongs to \(foreigner)") { conversation in
            let reply = try await conversation.reply(to: second)
            guard (400..<500).contains(reply.head.status.code) else {
                throw conversation.fail(second, "the status is \(reply.head.status.code)", reply)
            }
            // What is refused anyway proves nothing.
            _ = try await conversation.groundwork(first, "to compare with")
            return reply.outline
        }
    }

    /// No item of another tenant's list is in the own list.
    func notListed(toldBy identity: String) throws(MissingFixture) -> any Procedure {
        let own = try probe.sufficientRequest()
        let foreign = try probe.abroad().sufficientRequest()
        return Dialogue(own, expecting: "a list of the own tenant's items alone") { conversation in
            let ours = try await ListedItems(own, conversation).items
            let theirs = try await ListedItems(foreign, conversation).items
            guard !theirs.isEmpty else { throw MissingFixture("items in the list of the second tenant") }
            guard !ours.isEmpty else { throw MissingFixture("items in the list of the first tenant") }
            // Identifiers that are counted, tenant by tenant, are those of different things; a UUID is that of one.
            let known = Dictionary(theirs.map { ($0[identity], $0) }) { first, _ in first }
            let shared = ours.first { item in known[item[identity]].map { item[identity]?.isUUID == true || $0 == item } ?? false }
            if let id = shared?[identity] { throw conversation.fail(own, "both tenants' lists have the item \(id.shortText)") }
            return "\(ours.count) items, none of the other tenant's \(theirs.count)"
        }
    }

    /// A cursor of another tenant's list is none of the own list's.
    func cursor(_ paging: APIDescription.Paging, in name: String) throws(MissingFixture) -> any Procedure {
        let own = try probe.sufficientRequest()
        let foreign = PageStepping(request: try probe.abroad().sufficientRequest(), paging: paging)
        let refusal = probe.refusal(.invalidCursor)
        return Dialogue(own, expecting: refusal.summary) { conversation in
            var request = own
            request.query.append(.init(name, try await foreign.cursor(through: conversation)))
            return try await conversation.reply(to: request, expecting: refusal).outline
        }
    }
}
