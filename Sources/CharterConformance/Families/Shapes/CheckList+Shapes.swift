import CharterRuntime

extension CheckList {
    /// What bodies and parameters look like: of replies, that they fit; of requests, that what does not fit is refused, and what just fits is not.
    mutating func addShapeChecks() {
        addCall("response-shape", "returns") { probe throws(MissingFixture) in
            SingleExchange(try probe.sufficientRequest(), expecting: DocumentedBody(api: probe.api, endpoint: probe.endpoint))
        }
        addParameterChecks()
        guard let body = endpoint.requestBody else { return }
        addFieldChecks(of: body)
        addUnknownFields(of: body)
        if body.media.contains(.json) { addTextChecks(of: body) }
        add("wrong-media-type", "/requests/body/media") { probe throws(MissingFixture) in try BodyText(probe).typed("text/plain") }
    }

    /// The values of each field.
    private mutating func addFieldChecks(of body: APIDescription.RequestBody) {
        for site in BodySite.all(in: body.schema, of: api) {
            if site.isRequired {
                add("missing/\(site.place)", "takes") { probe throws(MissingFixture) in
                    SingleExchange(try BodyChange(probe).request(with: nil, at: site.steps), expecting: probe.refusal(fieldAt: site.place))
                }
            }
            // A form has nothing but texts.
            guard body.media.contains(.json) else { continue }
            for trial in ValueTrials(site.schema, in: api).all { addValue(trial, at: site) }
        }
    }

    private mutating func addValue(_ trial: ValueTrial, at site: BodySite) {
        let name = "\(trial.name)/\(site.place)"
        if trial.isValid {
            addCall(name, "takes") { probe throws(MissingFixture) in
                let request = try BodyChange(probe).request(with: trial.value(), at: site.steps)
                guard request.body?.count ?? 0 <= probe.endpoint.requestBody?.size ?? probe.api.requests.bodySize else {
                    throw MissingFixture(unfit: "a body with this value is larger than bodies may be")
                }
                return SingleExchange(request, expecting: Acceptance(of: probe.endpoint, orOwnFailuresIn: probe.api))
            }
        } else {
            add(name, "takes") { probe throws(MissingFixture) in
                let request = try BodyChange(probe).request(with: trial.value(), at: site.steps)
                return SingleExchange(request, expecting: probe.refusal(fieldAt: site.place))
            }
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
        if body.refusesEmpty {
            add("empty-change", "empty") { probe throws(MissingFixture) in
                SingleExchange(try probe.sufficientRequest(with: .object([:])), expecting: probe.refusal([.invalidField]))
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
