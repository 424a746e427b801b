import CharterRuntime
import HTTPTypes

extension CheckList {
    /// Parameters of path, query and header: what does not fit is refused, and what just fits is not.
    mutating func addParameterChecks() {
        for parameter in endpoint.pathParameters where !namesTenant(parameter) { addValues(of: parameter, in: .path) }
        for parameter in endpoint.queryParameters {
            addPresence(of: parameter, in: .query)
            addSpellings(of: parameter)
            addRepetition(of: parameter)
            addItems(of: parameter)
            addCount(of: parameter)
            addValues(of: parameter, in: .query)
        }
        for parameter in endpoint.headerParameters {
            addPresence(of: parameter, in: .header)
            addValues(of: parameter, in: .header)
        }
        for field in endpoint.forbiddenHeaders {
            add("forbidden-header/\(field.name)", "headers/\(field.name)") { probe throws(MissingFixture) in
                var request = try probe.sufficientRequest()
                try request.fill(field.name, "1")
                return SingleExchange(request, expecting: probe.refusal(.invalidParameter, field.answer, at: "header.\(field.name)"))
            }
        }
        addUnknownQuery()
        addSeveralWrong()
        for (index, rule) in endpoint.rules.enumerated() {
            for trial in RuleTrial.all(of: rule, endpoint, api) { addRule(trial, index) }
        }
    }

    /// Two query parameters that do not fit: where every fault is told, both.
    private mutating func addSeveralWrong() {
        guard !api.errors.reportsFirstFaultOnly, api.errors.namesPlaces else { return }
        var wrong: [(name: String, text: String)] = []
        for parameter in endpoint.queryParameters where !parameter.ignoresInvalid && parameter.invalid == nil {
            let trials = ValueTrials(api.element(ofListIn: parameter.schema) ?? parameter.schema, in: api).all
            let texts = trials.filter { !$0.isValid }.lazy.compactMap { $0.value()?.parameterText }
            let text = texts.first { text in
                (1..<200).contains(text.count) && ParameterPlace.query.canHold(text) && !api.faults(of: [text], parameter, at: "").isEmpty
            }
            if let text { wrong.append((parameter.name, text)) }
        }
        if let size = endpoint.paging?.pageSize.parameter { wrong.append((size, "many")) }
        guard wrong.count >= 2 else { return }
        let (first, second) = (wrong[0], wrong[1])
        add("every-fault-query", "/errors/reports") { probe throws(MissingFixture) in
            var request = try ParameterPlace.query.request(of: probe, first.name, first.text)
            request.query.removeAll { $0.name == second.name }
            request.query.append(.init(second.name, second.text))
            var refusal = probe.refusal(.invalidParameter, at: "query.\(first.name)")
            refusal.otherPlaces = ["query.\(second.name)"]
            return SingleExchange(request, expecting: refusal)
        }
    }

    /// A tenant's name is looked at by another check first.
    func namesTenant(_ parameter: APIDescription.Parameter) -> Bool {
        guard let tenancy = api.tenancy, endpoint.tenancy == .tenant else { return false }
        return tenancy.places.contains(.path(parameter.name))
    }

    private mutating func addPresence(of parameter: APIDescription.Parameter, in place: ParameterPlace) {
        guard parameter.isRequired else { return }
        add("missing-\(place.rawValue)/\(parameter.name)", "\(place.key)/\(parameter.name)") { probe throws(MissingFixture) in
            var request = try probe.sufficientRequest()
            place.remove(parameter.name, from: &request)
            let refusal = probe.refusal(.invalidParameter, parameter.missing, at: place.field(parameter.name))
            return SingleExchange(request, expecting: refusal)
        }
    }

    private mutating func addValues(of parameter: APIDescription.Parameter, in place: ParameterPlace) {
        let schema = api.element(ofListIn: parameter.schema) ?? parameter.schema
        var trials = ValueTrials(schema, in: api, isASCII: place == .header).all.filter { $0.name != "null" }
        // As a parameter, a boolean that is a text is one.
        if case .boolean? = api.resolved(schema)?.schema { trials.append(ValueTrial("unknown-value", .string("yes"))) }
        for trial in trials {
            guard let text = trial.value()?.parameterText, place.canHold(text) else { continue }
            // What no text in a query means is said for all parameters.
            if place == .query, text.isEmpty { continue }
            let fits = api.faults(of: [text], parameter, at: "").isEmpty
            guard fits == trial.isValid, !parameter.ignoresInvalid || fits else { continue }
            // Of two days between which a span lies, one may stand for today.
            if trial.common != nil, isBound(parameter) { continue }
            // A path that names nothing is answered so.
            if place == .path, trial.isValid { continue }
            let name = "\(trial.name)-\(place.rawValue)/\(parameter.name)"
            if fits {
                addCall(name, "\(place.key)/\(parameter.name)") { probe throws(MissingFixture) in
                    let request = try place.request(of: probe, parameter.name, text)
                    guard let common = trial.common?.parameterText else {
                        return SingleExchange(request, expecting: probe.documentedResult)
                    }
                    return RareValue(request, beside: try place.request(of: probe, parameter.name, common), probe).dialogue()
                }
            } else {
                add(name, "\(place.key)/\(parameter.name)") { probe throws(MissingFixture) in
                    let request = try place.request(of: probe, parameter.name, text)
                    let refusal = probe.refusal(place.code, parameter.invalid, at: place.field(parameter.name))
                    return SingleExchange(request, expecting: refusal)
                }
            }
        }
    }

    /// A query parameter that stands twice, and one without a text.
    private mutating func addSpellings(of parameter: APIDescription.Parameter) {
        if api.element(ofListIn: parameter.schema) == nil, api.requests.repeatedQuery == .reject, !parameter.ignoresInvalid {
            add("repeated-query/\(parameter.name)", "/requests/query/repeated") { probe throws(MissingFixture) in
                guard let text = probe.texts(of: parameter, invents: true)?.first else {
                    throw MissingFixture("a value for \(parameter.name)")
                }
                var request = try ParameterPlace.query.request(of: probe, parameter.name, text)
                request.query.append(.init(parameter.name, text))
                let refusal = probe.refusal(.invalidParameter, parameter.invalid, at: "query.\(parameter.name)")
                return SingleExchange(request, expecting: refusal)
            }
        }
        // No text between commas may be no item, or one without a text.
        if parameter.listStyle == .comma, api.element(ofListIn: parameter.schema) != nil, api.requests.emptyQuery == .value { return }
        let isRefused =
            api.requests.emptyQuery == .reject
            || api.requests.emptyQuery == .value && !api.faults(of: [""], parameter, at: "").isEmpty && !parameter.ignoresInvalid
        guard isRefused || (!parameter.isRequired && endpoint.rules.isEmpty) else { return }
        add("empty-query/\(parameter.name)", "/requests/query/empty", leaving: isRefused ? .none : .data) { probe throws(MissingFixture) in
            let request = try ParameterPlace.query.request(of: probe, parameter.name, "")
            if isRefused {
                let refusal = probe.refusal(.invalidParameter, parameter.invalid, at: "query.\(parameter.name)")
                return SingleExchange(request, expecting: refusal)
            }
            return SingleExchange(request, expecting: Acceptance(of: probe.endpoint, orOwnFailuresIn: probe.api))
        }
    }

    /// Of a parameter that stands twice one value counts, and a value that does not fit may be as good as none.
    private mutating func addRepetition(of parameter: APIDescription.Parameter) {
        guard let unfit = api.textUnfit(for: parameter.schema, in: .request), api.element(ofListIn: parameter.schema) == nil,
            !isBound(parameter)
        else { return }
        if parameter.ignoresInvalid {
            addCall("ignored-query/\(parameter.name)", "query/\(parameter.name)") { probe throws(MissingFixture) in
                let request = try ParameterPlace.query.request(of: probe, parameter.name, unfit)
                return SingleExchange(request, expecting: Acceptance(of: probe.endpoint, orOwnFailuresIn: probe.api))
            }
        }
        let repeated = api.requests.repeatedQuery
        guard repeated != .reject, !parameter.ignoresInvalid else { return }
        for isTaken in [true, false] {
            let name = "repeated-query-\(isTaken ? "taken" : "refused")/\(parameter.name)"
            add(name, "/requests/query/repeated", leaving: isTaken && endpoint.method != .get ? .data : .none) {
                probe throws(MissingFixture) in
                guard let text = probe.texts(of: parameter, invents: true)?.first else {
                    throw MissingFixture("a value for \(parameter.name)")
                }
                // The one that counts fits, or does not.
                let texts = (repeated == .last) == isTaken ? [unfit, text] : [text, unfit]
                var request = try ParameterPlace.query.request(of: probe, parameter.name, texts[0])
                request.query.append(.init(parameter.name, texts[1]))
                if isTaken { return SingleExchange(request, expecting: Acceptance(of: probe.endpoint, orOwnFailuresIn: probe.api)) }
                let refusal = probe.refusal(.invalidParameter, parameter.invalid, at: "query.\(parameter.name)")
                return SingleExchange(request, expecting: refusal)
            }
        }
    }

    /// Whether a rule says what else must be there, or must not.
    func isBound(_ parameter: APIDescription.Parameter) -> Bool {
        endpoint.rules.contains { $0.names.contains(parameter.name) }
    }

    private mutating func addUnknownQuery() {
        let isRefused = api.requests.unknownQuery == .reject
        add("unknown-query", "/requests/query/unknown", leaving: isRefused || endpoint.method == .get ? .none : .data) {
            probe throws(MissingFixture) in
            var request = try probe.sufficientRequest()
            request.query.append(.init("noSuchParameter", "1"))
            if isRefused { return SingleExchange(request, expecting: probe.refusal(.invalidParameter, at: "query.noSuchParameter")) }
            return SingleExchange(request, expecting: Acceptance(of: probe.endpoint, orOwnFailuresIn: probe.api))
        }
    }

    private mutating func addRule(_ trial: RuleTrial, _ index: Int) {
        let name = "rule-\(index + 1)/\(trial.name)"
        if trial.isValid {
            addCall(name, "rules") { probe throws(MissingFixture) in
                SingleExchange(try trial.request(of: probe), expecting: Acceptance(of: probe.endpoint, orOwnFailuresIn: probe.api))
            }
        } else {
            add(name, "rules") { probe throws(MissingFixture) in
                SingleExchange(try trial.request(of: probe), expecting: probe.refusal(.invalidParameter))
            }
        }
    }
}
