import CharterRuntime
import HTTPTypes

extension CheckList {
    /// What bodies and parameters look like: of replies, that they fit; of requests, that what does not fit is refused, and what just fits is not.
    mutating func addShapeChecks() {
        addCall("response-shape", "returns") { probe throws(MissingFixture) in
            SingleExchange(try probe.sufficientRequest(), expecting: DocumentedBody(api: probe.api, endpoint: probe.endpoint))
        }
        addParameterChecks()
        addOddities()
        guard let body = endpoint.requestBody else { return }
        addFieldChecks(of: body)
        addFreedoms(of: body)
        addSeveralFaults(of: body)
        addUnknownFields(of: body)
        if body.media.contains(.json) { addTextChecks(of: body) }
        for medium in body.media where medium != .json { addForm(medium, of: body) }
        if body.media.contains(.form) { addFormSpellings(of: body) }
        for medium in body.media.dropFirst() {
            addCall("sent-as/\(medium.rawValue)", body.media == api.requests.media ? "/requests/body/media" : "media") {
                probe throws(MissingFixture) in try SentForm(probe, medium).procedure()
            }
        }
        add("wrong-media-type", "/requests/body/media") { probe throws(MissingFixture) in try BodyText(probe).typed("text/plain") }
    }

    /// The values of each field.
    private mutating func addFieldChecks(of body: APIDescription.RequestBody) {
        for site in BodySite.all(in: body.schema, of: api) {
            // What an object inside lacks it keeps, and a null takes away (RFC 7396).
            let isMerged = body.patch == .merge && site.isInObject
            if site.isRequired, !isMerged {
                add("missing/\(site.name)", "takes") { probe throws(MissingFixture) in
                    SingleExchange(try BodyChange(probe).request(with: nil, at: site), expecting: probe.refusal(fieldAt: site.place))
                }
            }
            // A form has nothing but texts.
            guard body.media.contains(.json) else { continue }
            for trial in ValueTrials(site.schema, in: api).all where !isMerged || trial.name != "null" {
                if trial.isValid, site.isInvented { continue }
                // With what the map has already there would be too many.
                if body.patch == .merge, trial.name == "most", isMap(site.schema) { continue }
                addValue(trial, at: site)
            }
        }
    }

    /// What forms spell in ways of their own: repetitions, lists, and nothing.
    private mutating func addFormSpellings(of body: APIDescription.RequestBody) {
        add("name-twice/form", "takes") { probe throws(MissingFixture) in try SentForm(probe, .form).nameTwice() }
        guard let fields = api.properties(of: body.schema) else { return }
        let lists = fields.filter { api.element(ofListIn: $0.schema) != nil }
        if !lists.isEmpty {
            addCall("lists-in-brackets/form", "takes") { probe throws(MissingFixture) in
                try SentForm(probe, .form).listsInBrackets(lists)
            }
        }
        // What an action answers may be what it chose.
        guard endpoint.method != .post || [201, 202].contains(endpoint.success.status) else { return }
        for field in fields where field.isNullableScalar(in: api) && showsNull(of: field) {
            add("empty-is-null/\(field.name)/form", "takes", leaving: .data) { probe throws(MissingFixture) in
                try SentForm(probe, .form).emptied(field)
            }
        }
    }

    /// A field that does not fit, in a form.
    private mutating func addForm(_ medium: APIDescription.RequestRules.Media, of body: APIDescription.RequestBody) {
        guard let (site, trial) = firstUnfitText(in: body) else { return }
        add("refused-as/\(medium.rawValue)", "takes") { probe throws(MissingFixture) in
            var probe = probe
            probe.endpoint.requestBody?.media = [medium]
            let request = try BodyChange(probe).request(with: trial.value(), at: site)
            return SingleExchange(request, expecting: probe.refusal(fieldAt: site.place))
        }
    }

    /// A field at the top, and a text that is wrong there for what it says: in a form all is text.
    private func firstUnfitText(in body: APIDescription.RequestBody) -> (site: BodySite, trial: ValueTrial)? {
        for site in BodySite.all(in: body.schema, of: api) where site.steps.count == 1 {
            let unfit = ValueTrials(site.schema, in: api).all.first { trial in
                guard case .string(let text)? = trial.value() else { return false }
                return !trial.isValid && trial.name != "wrong-type" && !text.isEmpty && text.unicodeScalars.count < 1_000
            }
            if let unfit { return (site, unfit) }
        }
        return nil
    }

    func isMap(_ schema: APIDescription.Schema) -> Bool {
        if case .map? = api.resolved(schema)?.schema { true } else { false }
    }

    private mutating func addValue(_ trial: ValueTrial, at site: BodySite) {
        let name = "\(trial.name)/\(site.name)"
        if trial.isValid {
            addCall(name, "takes") { probe throws(MissingFixture) in
                let change = try BodyChange(probe)
                let request = try change.fittingRequest(with: trial.value(), at: site)
                guard let common = trial.common else { return SingleExchange(request, expecting: probe.documentedResult) }
                return RareValue(request, beside: try change.fittingRequest(with: common, at: site), probe).dialogue()
            }
        } else {
            add(name, "takes") { probe throws(MissingFixture) in
                let request = try BodyChange(probe).fittingRequest(with: trial.value(), at: site)
                return SingleExchange(request, expecting: probe.refusal(fieldAt: site.place))
            }
        }
    }

    /// A whole number is one however it is written.
    private mutating func addWholeNumbers(of body: APIDescription.RequestBody) {
        let whole = BodySite.all(in: body.schema, of: api).first { site in
            guard site.variants.isEmpty, case .integer? = api.resolved(site.schema)?.schema else { return false }
            return true
        }
        guard let site = whole else { return }
        for spelling in WholeNumberSpelling.allCases {
            addCall("\(spelling.rawValue)/\(site.name)", "takes") { probe throws(MissingFixture) in
                let request = try spelling.request(of: probe, at: site)
                return SingleExchange(request, expecting: Acceptance(of: probe.endpoint, orOwnFailuresIn: probe.api))
            }
        }
    }

    /// Two fields that do not fit: where every fault is told, both.
    private mutating func addSeveralFaults(of body: APIDescription.RequestBody) {
        guard !api.errors.reportsFirstFaultOnly, body.media.contains(.json), case .object? = api.resolved(body.schema)?.schema else {
            return
        }
        let wrong = BodySite.all(in: body.schema, of: api).filter { $0.steps.count == 1 }.compactMap { site in
            ValueTrials(site.schema, in: api).all.first { $0.name == "wrong-type" }.map { (site: site, trial: $0) }
        }
        guard wrong.count >= 2 else { return }
        let (first, second) = (wrong[0], wrong[1])
        add("every-fault", "/errors/reports") { probe throws(MissingFixture) in
            let change = try BodyChange(probe)
            guard
                let both = try change.content(with: first.trial.value(), at: first.site.steps)
                    .setting(second.trial.value(), at: second.site.steps)
            else { throw MissingFixture("a body for \(probe.endpoint.id) that is an object") }
            var refusal = probe.refusal(fieldAt: first.site.place)
            refusal.otherPlaces = [probe.api.errors.fieldPaths.text(of: second.site.place)]
            return SingleExchange(try probe.sufficientRequest(with: both), expecting: refusal)
        }
    }

    /// Members that are not documented, in the outermost object and in one inside.
    private mutating func addUnknownFields(of body: APIDescription.RequestBody) {
        guard body.media.contains(.json) else { return }
        var places: [(name: String, steps: [FieldPlace.Step])] = []
        if case .object? = api.resolved(body.schema)?.schema { places.append(("unknown-field", [.member("noSuchField")])) }
        let inner = BodySite.all(in: body.schema, of: api).first { site in
            if case .object? = api.resolved(site.schema)?.schema { true } else { false }
        }
        if let inner { places.append(("unknown-field/\(inner.place)", inner.steps + [.member("noSuchField")])) }
        for (name, steps) in places {
            let isRefused = api.requests.unknownFields == .reject || (api.requests.unknownFields == .rejectAtTop && steps.count == 1)
            add(name, "/requests/body/unknown", leaving: isRefused ? .none : .data) { probe throws(MissingFixture) in
                let request = try BodyChange(probe).request(with: .boolean(true), at: steps)
                if isRefused { return SingleExchange(request, expecting: probe.refusal(fieldAt: FieldPlace.place(behind: steps))) }
                return SingleExchange(request, expecting: Acceptance(of: probe.endpoint, orOwnFailuresIn: probe.api))
            }
        }
    }

    /// Bodies as texts.
    private mutating func addTextChecks(of body: APIDescription.RequestBody) {
        add("malformed-json", "/requests/body") { probe throws(MissingFixture) in
            try BodyText(probe).replaced(by: "{\"a\":", [.malformedBody])
        }
        add("cut-json", "/requests/body") { probe throws(MissingFixture) in try BodyText(probe).cut() }
        add("text-behind-json", "/requests/body") { probe throws(MissingFixture) in try BodyText(probe).followed(by: "x") }
        // One reader reads the bodies of all endpoints.
        if endpoint.id == api.endpoints.first(where: { $0.requestBody?.media.contains(.json) == true })?.id {
            for departure in LooseJSON.allCases {
                add("no-json/\(departure.rawValue)", "/requests/body") { probe throws(MissingFixture) in
                    try BodyText(probe).loose(departure)
                }
            }
        }
        add("not-utf-8", "/requests/body") { probe throws(MissingFixture) in try BodyText(probe).notUTF8() }
        add("member-twice", "/requests/body") { probe throws(MissingFixture) in try BodyText(probe).repeatedMember() }
        add("too-deep", "/requests/body/depth") { probe throws(MissingFixture) in try BodyText(probe).tooDeep() }
        let ofKind: [Problem.Code] = [.invalidField, .malformedBody]
        add("empty-body", "takes") { probe throws(MissingFixture) in try BodyText(probe).replaced(by: "", ofKind) }
        add("no-object", "takes") { probe throws(MissingFixture) in try BodyText(probe).replaced(by: "[]", ofKind) }
        let size = body.size == nil ? "/requests/body/size" : "size"
        add("too-large", size) { probe throws(MissingFixture) in try BodyText(probe).tooLarge() }
        addCall("largest", size) { probe throws(MissingFixture) in try BodyText(probe).largest() }
        addCall("media-type-in-other-case", "/requests/body/media") { probe throws(MissingFixture) in
            try BodyText(probe).spelled("Application/JSON; charset=UTF-8")
        }
        addCall("members-reordered", "takes") { probe throws(MissingFixture) in try BodyText(probe).spacious() }
        addCall("generated-bodies", "takes") { probe throws(MissingFixture) in try GeneratedBodies(probe).dialogue() }
        addWholeNumbers(of: body)
        if !body.refusesEmpty, body.patch != nil, api.faults(of: .object([:]), against: body.schema).isEmpty {
            addCall("empty-change-taken", "empty") { probe throws(MissingFixture) in
                let request = try probe.sufficientRequest(with: .object([:]))
                return SingleExchange(request, expecting: Acceptance(of: probe.endpoint, orOwnFailuresIn: probe.api))
            }
        }
        if body.refusesEmpty {
            add("empty-change", "empty") { probe throws(MissingFixture) in
                SingleExchange(try probe.sufficientRequest(with: .object([:])), expecting: probe.refusal([.invalidField, .invalidRequest]))
            }
        }
    }
}

extension EndpointProbe {
    /// That a body is refused for a field.
    func refusal(fieldAt place: String) -> Refusal {
        refusal(.invalidField, at: api.errors.fieldPaths.text(of: place))
    }
}
