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
    /// - Parameters:
    ///   - steps: The place in the body.
    ///   - owners: Endpoints in whose paths such things are named, each with the parameter.
    ///   - takesAnything: Whether it may be accepted where what names nothing is accepted too.
    func referred(
        at steps: [FieldPlace.Step],
        to owners: [(endpoint: APIDescription.Endpoint, parameter: String)],
        orTakesAnything takesAnything: Bool = false
    ) throws(MissingFixture) -> any Procedure {
        let (home, foreigner, field) = (try probe.home(), try probe.foreigner(), FieldPlace.place(behind: steps))
        func known(_ tenant: String) -> [String] {
            owners.compactMap { probe.fixtures.parameters[tenant]?[$0.endpoint.id]?[$0.parameter] }
        }
        guard let value = known(foreigner).first(where: { !known(home).contains($0) }) else {
            throw MissingFixture("a \(field) that exists for \(foreigner) and not for \(home)")
        }
        guard case .string? = try probe.content().value(at: steps) else {
            throw MissingFixture("a body for \(probe.endpoint.id) that has \(field)")
        }
        let change = try BodyChange(probe)
        let (first, second) = (try probe.sufficientRequest(), try change.request(with: .string(value), at: steps))
        var third: EndpointRequest?
        if takesAnything, let owner = owners.first, let nothing = unknownName(like: value, owner.parameter, of: owner.endpoint) {
            third = try change.request(with: .string(nothing), at: steps)
        }
        return Dialogue(second, expecting: "a refusal of what belongs to \(foreigner)") { [third] conversation in
            let reply = try await conversation.reply(to: second)
            guard (400..<500).contains(reply.head.status.code) else {
                if let third, probe.endpoint.success.isStatus(of: try await conversation.reply(to: third)) {
                    return "\(reply.outline), as for what names nothing"
                }
                throw conversation.fail(second, "the status is \(reply.head.status.code)", reply)
            }
            // What is refused anyway proves nothing.
            _ = try await conversation.groundwork(first, "to compare with")
            return reply.outline
        }
    }

    /// A name of the form of a path parameter that names nothing; nil where none is known.
    private func unknownName(like known: String, _ name: String, of endpoint: APIDescription.Endpoint) -> String? {
        guard let parameter = endpoint.pathParameters.first(where: { $0.name == name }) else { return nil }
        let request = EndpointRequest(endpoint, path: [name: known])
        return try? UnknownThings(probe.at(endpoint)).request(named: parameter, as: request).path[name]
    }

    /// No item of another tenant's list is in the own list.
    ///
    /// - Parameter identity: The member that tells an item from those of all tenants.
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
