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
            add("options", "/requests/options") { probe throws(MissingFixture) in try MethodUse(probe, siblings: methods).options() }
        }
        if endpoint.method == .get {
            add("head", "/requests/head") { probe throws(MissingFixture) in try MethodUse(probe, siblings: siblings.map(\.method)).head() }
        }
        addOverride()
        addCrossOrigin()
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
        for kind in endpoint.auth.names.compactMap(api.credential).flatMap(api.validKinds) where endpoint.keyKinds.contains(kind.name) {
            let isReadable = isForBrowsers && kind.use == .anywhere
            add("cross-origin-\(isReadable ? "readable" : "unreadable")/\(kind.name)", "/credentials") { probe throws(MissingFixture) in
                try CrossOriginCalls(probe).reading(as: kind.name, isReadable: isReadable)
            }
        }
    }
}
