import CharterRuntime

extension CheckList {
    /// How a call is repeated without being done twice.
    mutating func addIdempotencyChecks() {
        guard let idempotency = endpoint.idempotency else { return }
        let contract = "/idempotency/\(idempotency.name)"
        let calls = { @Sendable (probe: EndpointProbe) in RepeatedCalls(probe, idempotency) }
        addCalls("replay", idempotency) { calls throws(MissingFixture) in try calls.replayed() }
        addCalls("other-key", idempotency) { calls throws(MissingFixture) in try calls.withOtherKey() }
        addCalls("parallel", idempotency) { calls throws(MissingFixture) in try calls.parallel() }
        if endpoint.requestBody != nil {
            addCalls("after-refusal", idempotency) { calls throws(MissingFixture) in try calls.afterRefusal() }
        }
        if endpoint.success.body != nil {
            for other in laterEndpoints {
                addCalls("replay-behind/\(other.id)", idempotency) { calls throws(MissingFixture) in try calls.replayed(after: other) }
            }
        }
        if endpoint.requestBody?.media.contains(.json) == true {
            addCalls("respelled", idempotency) { calls throws(MissingFixture) in try calls.respelled() }
            if idempotency.comparesPayload {
                addCalls("other-payload", idempotency) { calls throws(MissingFixture) in try calls.withOtherPayload() }
                for property in fields(beside: idempotency) {
                    addCalls("other-payload/\(property.name)", idempotency) { calls throws(MissingFixture) in try calls.withOther(property)
                    }
                }
            }
        }
        // Of what identifies by its value, such as a UUID, capitals do not matter; a pattern may allow but one of both.
        if case .string(.plain, _, _)? = api.resolved(idempotency.form)?.schema, takesOtherCase(idempotency.form) {
            addCalls("key-in-other-case", idempotency) { calls throws(MissingFixture) in try calls.inOtherCase() }
        }
        if idempotency.replayHeader != nil, !endpoint.failures.isEmpty {
            addCalls("failed-call", idempotency) { calls throws(MissingFixture) in try calls.failed() }
        }
        if endpoint.failures.contains(where: { $0.status < 500 }) {
            addCalls("key-after-failure", idempotency) { calls throws(MissingFixture) in try calls.keyAfterFailure() }
        }
        if let parameter = endpoint.pathParameters.last(where: canBeUnknown), idempotency.comparesPayload {
            addCalls("other-path", idempotency) { calls throws(MissingFixture) in try calls.elsewhere(in: parameter) }
        }
        // By whom else a key is not told apart, nobody is another.
        if Set(idempotency.scope).isSubset(of: [.tenant, .endpoint]), idempotency.scope.contains(.tenant), belongsToTenant {
            addCalls("other-caller", idempotency) { calls throws(MissingFixture) in try calls.ofOtherCaller(isSame: true) }
        } else if idempotency.scope.contains(.key), !endpoint.keyKinds.isEmpty {
            addCalls("other-caller", idempotency) { calls throws(MissingFixture) in try calls.ofOtherCaller(isSame: false) }
        }
        if idempotency.scope.contains(.tenant), api.callers(of: endpoint).contains(where: { !$0.opensEveryTenant }) {
            addCalls("key-of-other-tenant", idempotency) { calls throws(MissingFixture) in try calls.ofOtherTenant() }
        }
        if idempotency.scope.contains(.endpoint), let other = otherEndpoint(idempotency) {
            addCalls("key-of-other-endpoint", idempotency) { calls throws(MissingFixture) in try calls.at(other) }
        }
        if idempotency.retention != nil {
            add("forgotten-key", contract, leaving: .time) { probe throws(MissingFixture) in try calls(probe).forgotten() }
            add("remembered-key", contract, leaving: .time) { probe throws(MissingFixture) in try calls(probe).remembered() }
        }
        if idempotency.isRequired {
            add("missing-key", contract) { probe throws(MissingFixture) in try calls(probe).withoutKey() }
        }
        for trial in ValueTrials(idempotency.form, in: api, isASCII: idempotency.isInHeader).all where trial.name != "null" {
            guard let text = trial.value()?.parameterText, idempotency.canCarry(text), trial.name != "wrong-type" else { continue }
            if trial.isValid {
                addCall("\(trial.name)-key", contract) { probe throws(MissingFixture) in try calls(probe).accepting(text) }
            } else {
                add("\(trial.name)-key", contract) { probe throws(MissingFixture) in try calls(probe).refusing(text) }
            }
        }
    }

    /// The fields of the body of which another value can be known without a person: all but the key.
    private func fields(beside idempotency: APIDescription.Idempotency) -> [APIDescription.Property] {
        guard let body = endpoint.requestBody, let fields = api.properties(of: body.schema), fields.count > 1,
            let example = body.exampleValue
        else { return [] }
        return fields.filter { field in
            if case .field(let name) = idempotency.place, name == field.name { return false }
            guard let value = example[field.name] else { return false }
            return !OtherValue(in: api).all(than: value, of: field.schema).isEmpty
        }
    }

    /// Whether a key may have other capitals.
    private func takesOtherCase(_ form: APIDescription.Schema) -> Bool {
        guard case .string(let text)? = api.sampleValue(of: form, invents: true) else { return true }
        return api.faults(of: .string(text.uppercased()), against: form).isEmpty
    }

    /// Whether keys may call that belong to one tenant.
    private var belongsToTenant: Bool {
        api.tenancy != nil && endpoint.tenancy == .tenant && api.callers(of: endpoint).contains { !$0.opensEveryTenant }
    }

    private mutating func addCalls(
        _ name: String,
        _ idempotency: APIDescription.Idempotency,
        _ procedure: @escaping @Sendable (RepeatedCalls) throws(MissingFixture) -> any Procedure
    ) {
        add(name, "/idempotency/\(idempotency.name)", leaving: .data) { probe throws(MissingFixture) in
            try procedure(RepeatedCalls(probe, idempotency))
        }
    }

    /// Another endpoint that repeats calls in the same way.
    private func otherEndpoint(_ idempotency: APIDescription.Idempotency) -> APIDescription.Endpoint? {
        index.endpoint(besides: endpoint, repeating: idempotency)
    }
}

extension APIDescription.Idempotency {
    fileprivate var isInHeader: Bool {
        if case .header = place { true } else { false }
    }

    /// Whether a key can be sent that is such a text.
    fileprivate func canCarry(_ text: String) -> Bool {
        switch place {
        case .header: ParameterPlace.header.canHold(text)
        case .field: text.utf8.count < 4_000
        }
    }
}
