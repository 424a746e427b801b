import CharterRuntime
import HTTPTypes

/// One of the things of a list, of which another endpoint says the same.
struct ListedThing: Sendable {
    /// More items are not looked at.
    private static let most = 3

    private let name: String
    private let list: APIDescription.Endpoint
    /// The members that mean the same in both.
    private let shared: [String]
    /// The members that the list may not leave out where the other endpoint shows them: all, where both are of one type and the other endpoint is
    /// asked for nothing else.
    private let whole: [String]

    /// - Parameters:
    ///   - name: The parameter of the path that names the thing.
    ///   - endpoint: Answers with the thing.
    /// - Returns: nil where they have nothing in common that could be compared.
    init?(named name: String, in list: APIDescription.Endpoint, as endpoint: APIDescription.Endpoint, _ api: APIDescription) {
        guard let item = list.item(in: api) else { return nil }
        (self.name, self.list) = (name, list)
        // Lists may cut texts, and hide a part of some.
        shared = api.sharedProperties(item, endpoint.success.body).filter { $0.isWhole(in: api) }.map(\.name)
        let isAlike = item == endpoint.success.body && endpoint.queryParameters.isEmpty
        whole = isAlike ? api.properties(of: item)?.map(\.name) ?? [] : []
        if shared.isEmpty { return nil }
    }

    /// The endpoint that shows one says of it what the list says.
    func shown(by probe: EndpointProbe) throws(MissingFixture) -> Dialogue {
        let caller = try probe.sufficientCaller(alsoAt: list)
        let listing = try probe.at(list).request(as: caller)
        var template = try probe.naming("later", in: name).request(as: caller)
        template.takePath(from: listing)
        let open = template
        return Dialogue(listing, expecting: "what \(probe.endpoint.id) shows, in the list") { conversation in
            let items = try await ListedItems(listing, conversation).items
            var found = 0
            for item in items where found < Self.most {
                guard let text = text(naming: item) else { continue }
                var reading = open
                reading.path[name] = text
                guard (try? reading.target()) != nil else { continue }
                let reply = try await conversation.reply(to: reading)
                guard probe.endpoint.success.isStatus(of: reply), let thing = reply.result(of: probe.endpoint) else { continue }
                try await compare(thing, with: item, named: text, by: listing, conversation)
                try await judgeWhole(thing, item, named: text, by: listing, conversation)
                found += 1
            }
            guard found > 0 else { throw MissingFixture("an item of \(list.id) that \(probe.endpoint.id) shows") }
            return "\(found) of \(items.count) items"
        }
    }

    /// What is answered to a change or an action is what the list says then.
    func kept(by probe: EndpointProbe) throws(MissingFixture) -> Dialogue {
        let caller = try probe.sufficientCaller(alsoAt: list)
        let request = try probe.request(as: caller)
        var listing = try probe.at(list).request(as: caller)
        listing.takePath(from: request)
        let views = ListViews(of: listing, in: probe.api).requests
        // What the list can be asked for by the state of a thing; nil where that does not tell whether it has it.
        let states = StateViews(of: list, comparing: shared, in: probe.api)
        let open = listing
        guard let text = request.path[name] else { throw MissingFixture("a value for \(name) of \(probe.endpoint.id)") }
        return Dialogue(request, expecting: "what comes back, in \(list.id) then") { conversation in
            let earlier = states == nil ? nil : try await item(named: text, by: open, conversation)
            let reply = try await conversation.groundwork(request, "which changes something")
            guard let said = reply.result(of: probe.endpoint) else { throw MissingFixture("a thing in what \(probe.endpoint.id) answers") }
            for view in views {
                if try await judge(said, named: text, by: view, conversation) { return "as \(probe.endpoint.id) answered" }
            }
            var missing: (view: EndpointRequest, count: Int)?
            for view in earlier.flatMap({ states?.requests(open, from: $0, to: said) }) ?? [] {
                let list = try await ListedItems(view, conversation)
                if let item = list.items.first(where: { self.text(naming: $0) == text }) {
                    try await compare(said, with: item, named: text, by: view, conversation)
                    return "as \(probe.endpoint.id) answered"
                }
                guard list.isComplete else { throw MissingFixture("a list that can be read to its end") }
                missing = (view, list.items.count)
            }
            guard let (view, count) = missing else { throw MissingFixture("the thing that \(probe.endpoint.id) answers, in \(list.id)") }
            throw conversation.fail(view, "none of its \(count) items is \(text), of which \(probe.endpoint.id) says \(said.shortText)")
        }
    }

    /// Compares a thing with the item of its name.
    ///
    /// - Returns: Whether the list has it.
    private func judge(
        _ thing: JSONValue,
        named text: String,
        by listing: EndpointRequest,
        _ conversation: Conversation
    ) async throws -> Bool {
        guard let item = try await item(named: text, by: listing, conversation) else { return false }
        try await compare(thing, with: item, named: text, by: listing, conversation)
        return true
    }

    private func compare(
        _ thing: JSONValue,
        with item: JSONValue,
        named text: String,
        by listing: EndpointRequest,
        _ conversation: Conversation
    ) async throws {
        let stale = shared.filter { item[$0] != nil && thing[$0] != nil && item[$0] != thing[$0] }
        guard !stale.isEmpty else { return }
        // What is another in each reading says nothing.
        let again = try await self.item(named: text, by: listing, conversation)
        if let name = stale.first(where: { again?[$0] == item[$0] }) {
            let (found, wanted) = (item[name]?.shortText ?? "absent", thing[name]?.shortText ?? "absent")
            throw conversation.fail(listing, "\(name) of \(text) is \(found) in the list, and \(wanted) where the thing itself is shown")
        }
    }

    /// A list whose items are of the type of the thing has all that is shown of it.
    private func judgeWhole(
        _ thing: JSONValue,
        _ item: JSONValue,
        named text: String,
        by listing: EndpointRequest,
        _ conversation: Conversation
    ) async throws {
        let absent = whole.filter { item[$0] == nil && ![nil, .null].contains(thing[$0]) }
        guard !absent.isEmpty, let again = try await self.item(named: text, by: listing, conversation) else { return }
        // What reading the thing has set is there by now.
        guard let name = absent.first(where: { again[$0] == nil }) else { return }
        let value = thing[name]?.shortText ?? ""
        throw conversation.fail(listing, "\(name) of \(text) is absent in the list, and \(value) where the thing itself is shown")
    }

    /// What names an item in a path; nil where it says nothing of the kind.
    private func text(naming item: JSONValue) -> String? { (item[name] ?? item["id"])?.parameterText }

    private func item(named text: String, by listing: EndpointRequest, _ conversation: Conversation) async throws -> JSONValue? {
        try await ListedItems(listing, conversation).items.first { self.text(naming: $0) == text }
    }
}

extension APIDescription.Endpoint {
    /// What its list has in it.
    func item(in api: APIDescription) -> APIDescription.Schema? {
        guard let body = success.body else { return nil }
        return if case .list(let element, _, _)? = api.resolved(body)?.schema { element } else { body }
    }
}

extension APIDescription.Property {
    /// Whether a value is a state, a number or an instant, which is the same wherever it is shown.
    fileprivate func isWhole(in api: APIDescription) -> Bool {
        if isState(in: api) { return true }
        return switch api.resolved(schema)?.schema {
        case .integer, .decimal, .exactNumber: true
        case .string(let format, _, _): format == .timestamp || format == .date
        default: false
        }
    }
}
