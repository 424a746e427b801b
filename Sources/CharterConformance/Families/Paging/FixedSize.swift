import CharterRuntime

/// A list whose pages have the size that the contract says, and no other.
struct FixedSize {
    private let probe: EndpointProbe
    private let paging: APIDescription.Paging

    init(_ probe: EndpointProbe, _ paging: APIDescription.Paging) {
        self.probe = probe
        self.paging = paging
    }

    /// The parameters by which other lists of the API take a size, and this one takes nothing.
    static func parameters(besides endpoint: APIDescription.Endpoint, _ index: EndpointIndex) -> [String] {
        guard let paging = endpoint.paging, paging.pageSize.parameter == nil else { return [] }
        let own = endpoint.queryParameters.map(\.name) + paging.positionParameters
        return index.sizeParameters.filter { !own.contains($0) }
    }

    /// Where a parameter that the list does not have is no fault, the page is the same with it.
    func ignoring(_ parameter: String) throws(MissingFixture) -> Dialogue {
        let plain = try probe.sufficientRequest()
        var asking = plain
        asking.query.append(.init(parameter, "1"))
        let request = asking
        return Dialogue(request, expecting: "the same page as without \(parameter)") { conversation in
            let wanted = PageReading(try await conversation.groundwork(plain, "to compare with"), paging: paging)?.items
            guard let wanted, wanted.count > 1 else { throw MissingFixture("a list of at least 2 items for the first tenant") }
            let reply = try await conversation.reply(to: request, expecting: Acceptance(of: probe.endpoint))
            let count = PageReading(reply, paging: paging)?.items.count
            guard count == wanted.count else {
                let found = count.map(String.init) ?? "no"
                throw conversation.fail(request, "it holds \(found) items, and \(wanted.count) without \(parameter)")
            }
            return "\(wanted.count) items"
        }
    }
}

extension APIDescription.Paging {
    /// The parameters by which a request says which page it wants.
    fileprivate var positionParameters: [String] {
        switch position {
        case .offset(let name), .page(let name, _), .cursor(let name, _, _): [name]
        case .after(let name, _, let before): [name] + [before].compactMap(\.self)
        case .url: [Self.urlParameter]
        case .first: []
        }
    }
}
