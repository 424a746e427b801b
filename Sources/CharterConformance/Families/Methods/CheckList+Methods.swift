import CharterRuntime
import HTTPTypes

extension CheckList {
    /// Which methods a path has: the documented ones, what HTTP derives from them, and no others.
    mutating func addMethodChecks() {
        let siblings = index.endpoints(at: endpoint.path.segments)
        // What holds of a path is tried at its first endpoint.
        if siblings.first?.id == endpoint.id {
            let methods = siblings.map(\.method)
            let others: [HTTPRequest.Method] = [.get, .post, .put, .patch, .delete, .trace].filter { !methods.contains($0) }
            for method in others {
                add("method-not-allowed/\(method.rawValue)", "/endpoints") { probe throws(MissingFixture) in
                    try MethodUse(probe, siblings: methods).refused(method)
                }
            }
            add("method-not-allowed-without-credential", "/endpoints") { probe throws(MissingFixture) in
                try MethodUse(probe, siblings: methods).refusedToAnyone(others.first { $0 != .get } ?? .trace)
            }
            addFirstChecks(others.first { ![.get, .post, .trace].contains($0) } ?? .trace)
            add("options", "/requests/options") { probe throws(MissingFixture) in try MethodUse(probe, siblings: methods).options() }
        }
        if endpoint.method == .get {
            add("head", "/requests/head") { probe throws(MissingFixture) in try MethodUse(probe, siblings: siblings.map(\.method)).head() }
        }
        if let header = api.requests.methodOverride, endpoint.method == .post || isPlaceWithoutPost(siblings) {
            add("unknown-override", "/requests/override") { probe throws(MissingFixture) in
                try FirstChecks(probe).unknownOverride(header)
            }
        }
        addOverride()
        addCrossOrigin()
    }

    /// Whether the endpoint stands for a path that takes no POST.
    private func isPlaceWithoutPost(_ siblings: [APIDescription.Endpoint]) -> Bool {
        siblings.first?.id == endpoint.id && !siblings.contains { $0.method == .post }
    }

    /// Two faults at once of those that are looked for before all others.
    private mutating func addFirstChecks(_ method: HTTPRequest.Method) {
        let override = api.requests.methodOverride
        let isFirst = endpoint.id == api.endpoints.first?.id
        if let versioning = api.versioning {
            add("version-before-method", "/requests") { probe throws(MissingFixture) in
                try FirstChecks(probe).unknownVersion(versioning, by: method)
            }
            if let override {
                add("version-before-override", "/requests") { probe throws(MissingFixture) in
                    try FirstChecks(probe).unknownVersion(versioning, besides: override)
                }
            }
            if isFirst {
                add("path-before-version", "/requests") { probe throws(MissingFixture) in
                    try FirstChecks(probe).unknownPath(having: (versioning.header, VersionChoice.unknownText(versioning)))
                }
            }
        }
        if isFirst, let override {
            add("path-before-override", "/requests") { probe throws(MissingFixture) in
                try FirstChecks(probe).unknownPath(having: (override, FirstChecks.noMethod), by: .post)
            }
        }
    }

    private mutating func addOverride() {
        guard let header = api.requests.methodOverride, endpoint.method != .post else { return }
        if endpoint.method == .get {
            let others = index.endpoints(at: endpoint.path.segments).map(\.method)
            let other = others.first { $0 != .get && $0 != .post } ?? .delete
            add("method-override-on-get", "/requests/override") { probe throws(MissingFixture) in
                var request = try probe.sufficientRequest()
                try request.fill(header, other.rawValue)
                return SingleExchange(request, expecting: DocumentedBody(api: probe.api, endpoint: probe.endpoint))
            }
            return
        }
        addCall("method-override", "/requests/override") { probe throws(MissingFixture) in
            var request = try probe.sufficientRequest()
            try request.fill(header, probe.endpoint.method.rawValue)
            request.endpoint.method = .post
            return SingleExchange(request, expecting: Acceptance(of: probe.endpoint, orOwnFailuresIn: probe.api))
        }
    }

    /// Scripts of other origins may call what a key may call that can be used anywhere, or what takes no credential.
    private mutating func addCrossOrigin() {
        guard !api.requests.refusesOptions else { return }
        let isForBrowsers = CrossOriginCalls.isForBrowsers(endpoint, in: api)
        add(isForBrowsers ? "preflight-granted" : "preflight-not-granted", "auth") { probe throws(MissingFixture) in
            try CrossOriginCalls(probe).preflight(isGranted: isForBrowsers)
        }
        guard endpoint.method == .get else { return }
        let named = endpoint.pathParameters.filter(canBeUnknown)
        let isRefusable = !named.isEmpty || WrongParameter(of: endpoint, in: api) != nil
        for kind in endpoint.auth.names.compactMap(api.credential).flatMap(api.validKinds) where endpoint.keyKinds.contains(kind.name) {
            let isReadable = isForBrowsers && kind.use == .anywhere
            add("cross-origin-\(isReadable ? "readable" : "unreadable")/\(kind.name)", "/credentials") { probe throws(MissingFixture) in
                try CrossOriginCalls(probe).reading(as: kind.name, isReadable: isReadable)
            }
            if isReadable, isRefusable {
                add("cross-origin-refusal-readable/\(kind.name)", "/credentials") { probe throws(MissingFixture) in
                    try CrossOriginCalls(probe).refusals(to: kind.name, unknown: named.last)
                }
            }
        }
    }
}
