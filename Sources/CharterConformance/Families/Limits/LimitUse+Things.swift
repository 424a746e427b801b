import CharterRuntime

extension LimitUse {
    /// What calls about one thing have used up is used up for every other one.
    ///
    /// - Parameters:
    ///   - name: The parameter of the path that names the thing.
    ///   - owners: Endpoints in whose paths such things are named too.
    ///   - list: Has such things; nil where no list does, or only one whose calls are counted too.
    func aboutOthers(
        named name: String,
        knownTo owners: [APIDescription.Endpoint],
        in list: APIDescription.Endpoint?
    ) throws(MissingFixture) -> Dialogue {
        let (request, home) = (try request(), try probe.home())
        let own = request.path[name]
        // The thing around it has to be the same.
        let around = probe.endpoint.path.parameterNames.prefix { $0 != name }
        let values = owners.compactMap { probe.fixtures.parameters[home]?[$0.id] }
        let known = values.filter { value in around.allSatisfy { value[$0] == request.path[$0] } }.compactMap { $0[name] }.first {
            $0 != own
        }
        var listing: EndpointRequest?
        if known == nil, let list {
            listing = try probe.at(list).sufficientRequest()
            listing?.takePath(from: request)
        }
        return Dialogue(request, expecting: "\(refusal.summary), whatever \(name) the path has") { [listing] conversation in
            var other = known
            if let listing {
                let items = try await ListedItems(listing, conversation).items
                other = items.lazy.compactMap { ($0[name] ?? $0["id"])?.parameterText }.first { $0 != own && canBeNamed($0, name) }
            }
            guard let other else { throw MissingFixture("a second \(name) of \(home) for \(probe.endpoint.id)") }
            var later = try again(request)
            later.path[name] = other
            return try await judge(later, behind: request, refusal, conversation)
        }
    }

    /// Whether a text can stand in the path.
    private func canBeNamed(_ text: String, _ name: String) -> Bool {
        guard let parameter = probe.endpoint.pathParameters.first(where: { $0.name == name }) else { return false }
        return probe.api.faults(of: [text], parameter, at: "").isEmpty
    }
}
