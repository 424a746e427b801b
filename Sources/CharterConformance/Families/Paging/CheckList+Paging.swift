import CharterRuntime
import HTTPTypes

extension CheckList {
    /// How a list is cut into pages: which sizes and positions can be asked for, and that pages together are the list.
    mutating func addPagingChecks() {
        if let paging = endpoint.paging {
            for trial in PagingTrial.all(of: paging, in: api) {
                add(trial.name, "pagination") { probe throws(MissingFixture) in try trial.exchange(with: probe, paging) }
            }
            if paging.position != .first {
                add("whole-walk", "pagination") { [endpoint] probe throws(MissingFixture) in
                    let paging = paging.ordered(byWhatComparesIn: probe.api, endpoint)
                    return WholeWalk(
                        request: try probe.sufficientRequest(),
                        paging: paging,
                        refusal: probe.refusal(.invalidParameter),
                        shape: DocumentedBody(api: probe.api, endpoint: endpoint)
                    )
                }
            }
            if paging.position == .first {
                add("only-page", "pagination") { [endpoint] probe throws(MissingFixture) in
                    try OnlyPage(probe, paging.ordered(byWhatComparesIn: probe.api, endpoint)).dialogue()
                }
            }
            addFixedSize(paging)
            addCursors(paging)
            addWaysBack(paging)
            addChanges(paging)
        }
        addDefaults()
        addFilters()
    }

    /// What other lists take as a size is nothing to a list that has one size.
    private mutating func addFixedSize(_ paging: APIDescription.Paging) {
        for name in FixedSize.parameters(besides: endpoint, index) {
            add("fixed-page-size/\(name)", "pagination") { probe throws(MissingFixture) in
                guard probe.api.requests.unknownQuery == .reject else { return try FixedSize(probe, paging).ignoring(name) }
                let request = try ParameterPlace.query.request(of: probe, name, "1")
                return SingleExchange(request, expecting: probe.refusal(.invalidParameter, at: "query.\(name)"))
            }
        }
    }

    private mutating func addDefaults() {
        guard endpoint.method == .get else { return }
        for parameter in endpoint.queryParameters where DefaultValue.text(of: parameter, at: endpoint) != nil {
            add("default-value/\(parameter.name)", "query/\(parameter.name)") { probe throws(MissingFixture) in
                guard let value = DefaultValue(probe, parameter) else { throw MissingFixture("a default for \(parameter.name)") }
                return try value.dialogue()
            }
        }
    }

    private mutating func addCursors(_ paging: APIDescription.Paging) {
        guard case .cursor(let name, let bound, let lifetime) = paging.position else { return }
        add("tampered-cursor", "pagination/cursor") { probe throws(MissingFixture) in
            try CursorUse(probe, paging, name).tampered()
        }
        add("cursor-again", "pagination/cursor") { probe throws(MissingFixture) in try CursorUse(probe, paging, name).again() }
        if let lifetime {
            add("cursor-in-time", "pagination/cursor/lives", leaving: .time) { probe throws(MissingFixture) in
                try CursorUse(probe, paging, name).used(after: lifetime * 9 / 10)
            }
            add("cursor-too-late", "pagination/cursor/lives", leaving: .time) { probe throws(MissingFixture) in
                try CursorUse(probe, paging, name).refused(after: lifetime + 1)
            }
        }
        for filter in endpoint.queryParameters where bound.contains(filter.name) {
            add("cursor-with-other-filter/\(filter.name)", "pagination/cursor/bound") { probe throws(MissingFixture) in
                try CursorUse(probe, paging, name).filtered(by: filter)
            }
        }
        if let parameter = endpoint.pathParameters.last(where: canBeUnknown) {
            add("cursor-of-other-path/\(parameter.name)", "pagination/cursor") { probe throws(MissingFixture) in
                try CursorUse(probe, paging, name).elsewhere(in: parameter.name)
            }
        }
        if let other = index.cursorList(besides: endpoint) {
            add("cursor-of-other-list", "pagination/cursor") { probe throws(MissingFixture) in
                try CursorUse(probe, paging, name).given(by: other)
            }
        }
    }

    /// The pages that lie elsewhere than behind one, and what is no item's.
    private mutating func addWaysBack(_ paging: APIDescription.Paging) {
        for relation in paging.givenRelations where relation != .next {
            add("link/\(relation.rawValue)", "pagination/response") { probe throws(MissingFixture) in
                try LinkUse(probe, paging, relation).dialogue()
            }
        }
        guard case .after(let after, let field, let before) = paging.position else { return }
        if let before {
            add("way-back", "pagination/before") { probe throws(MissingFixture) in try WayBack(probe, paging, field, before).dialogue() }
        }
        guard let schema = endpoint.success.body.flatMap({ api.schema(at: field, in: $0) }) else { return }
        for (key, name) in [("after", after), ("before", before)] {
            guard let name, let text = api.textUnfit(for: schema) else { continue }
            add("malformed-\(key)", "pagination/\(key)") { probe throws(MissingFixture) in
                let request = try ParameterPlace.query.request(of: probe, name, text)
                return SingleExchange(request, expecting: probe.refusal(.invalidParameter, at: "query.\(name)"))
            }
        }
    }

    /// Where pages begin behind an item, one that is added or deleted moves none of the others.
    private mutating func addChanges(_ paging: APIDescription.Paging) {
        switch paging.position {
        case .cursor, .after, .url: break
        case .offset, .page, .first: return
        }
        let segments = endpoint.path.segments
        let creator = index.endpoints(at: segments).first { $0.method == .post }
        if let creator {
            add("insertion-during-walk", "pagination", leaving: .data) { probe throws(MissingFixture) in
                try WalkWithInsertion(probe, paging, creator: creator).dialogue()
            }
        }
        if let deleter = index.endpoints(at: segments + [.parameter("")]).first(where: { $0.method == .delete }) {
            add("deletion-during-walk", "pagination", leaving: .data) { probe throws(MissingFixture) in
                try WalkWithDeletion(probe, paging, creator: creator, deleter: deleter).dialogue()
            }
        }
    }
}

extension APIDescription.Paging {
    /// The paging without the fields of its order from the first one on whose values have an order of their own, as those of enumerations may.
    func ordered(byWhatComparesIn api: APIDescription, _ endpoint: APIDescription.Endpoint) -> APIDescription.Paging {
        guard let items = endpoint.listedProperties(in: api) else { return self }
        var paging = self
        paging.orderedBy = Array(
            orderedBy.prefix { field in
                guard let property = items.first(where: { $0.name == field.field }) else { return true }
                return if case .enumeration? = api.resolved(property.schema)?.schema { false } else { true }
            }
        )
        return paging
    }
}

extension APIDescription.Endpoint {
    /// What the items of its list have; nil where it answers no list of objects.
    func listedProperties(in api: APIDescription) -> [APIDescription.Property]? {
        guard let body = success.body, let resolved = api.resolved(body)?.schema else { return nil }
        switch resolved {
        case .object(let properties): return paging == nil ? nil : properties
        case .list(let element, _, _): return api.properties(of: element)
        default: return nil
        }
    }
}
