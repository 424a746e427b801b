import CharterRuntime

extension CheckList {
    /// Several items of a list, as it is written and as it is not.
    mutating func addItems(of parameter: APIDescription.Parameter) {
        guard let element = api.element(ofListIn: parameter.schema), !parameter.ignoresInvalid, !isBound(parameter),
            let items = api.distinctValues(of: element, count: 2), items.count == 2,
            case let texts = items.compactMap(\.parameterText), api.faults(of: texts, parameter, at: "").isEmpty
        else { return }
        addCall("several-items-query/\(parameter.name)", "query/\(parameter.name)") { probe throws(MissingFixture) in
            SingleExchange(
                try probe.request(for: items, in: parameter),
                expecting: Acceptance(of: probe.endpoint, orOwnFailuresIn: probe.api)
            )
        }
        let joined = texts.joined(separator: ",")
        guard parameter.listStyle == .repeated, !api.faults(of: [joined], parameter, at: "").isEmpty else { return }
        add("items-in-one-query/\(parameter.name)", "query/\(parameter.name)") { probe throws(MissingFixture) in
            let request = try ParameterPlace.query.request(of: probe, parameter.name, joined)
            return SingleExchange(request, expecting: probe.refusal(.invalidParameter, parameter.invalid, at: "query.\(parameter.name)"))
        }
    }

    /// A list in the query that has as many items as it may have, and one that has more.
    mutating func addCount(of parameter: APIDescription.Parameter) {
        guard case .list? = api.resolved(parameter.schema)?.schema, !parameter.ignoresInvalid else { return }
        let trials = ValueTrials(parameter.schema, in: api).all
        func items(_ name: String) -> [JSONValue]? {
            guard case .array(let items)? = trials.first(where: { $0.name == name })?.value(), items.count <= 200 else { return nil }
            return items
        }
        let contract = "query/\(parameter.name)"
        if let items = items("too-many") {
            add("too-many-query/\(parameter.name)", contract) { probe throws(MissingFixture) in
                let refusal = probe.refusal(.invalidParameter, parameter.invalid, at: "query.\(parameter.name)")
                return SingleExchange(try probe.request(for: items, in: parameter), expecting: refusal)
            }
        }
        if let items = items("most"), !isBound(parameter) {
            addCall("most-query/\(parameter.name)", contract) { probe throws(MissingFixture) in
                let request = try probe.request(for: items, in: parameter)
                guard let target = try? request.target(), target.utf8.count <= 4_000 else {
                    throw MissingFixture(unfit: "as many items are longer than what stands before a server may let through")
                }
                return SingleExchange(request, expecting: probe.documentedResult)
            }
        }
    }
}

extension EndpointProbe {
    /// A request that asks for these items of a list in the query, and is otherwise as it should be.
    fileprivate func request(for items: [JSONValue], in parameter: APIDescription.Parameter) throws(MissingFixture) -> EndpointRequest {
        var request = try sufficientRequest()
        request.query.removeAll { $0.name == parameter.name }
        request.ask(for: items, in: parameter)
        return request
    }
}
