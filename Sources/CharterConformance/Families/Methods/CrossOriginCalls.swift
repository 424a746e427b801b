import CharterRuntime
import HTTPTypes

/// What scripts of other origins are told (CORS, <https://fetch.spec.whatwg.org/#http-cors-protocol>).
struct CrossOriginCalls {
    private static let origin = "https://elsewhere.example"

    private let probe: EndpointProbe

    init(_ probe: EndpointProbe) {
        self.probe = probe
    }

    /// Whether some way to call the endpoint needs nothing but keys that may be kept in a browser.
    static func isForBrowsers(_ endpoint: APIDescription.Endpoint, in api: APIDescription) -> Bool {
        endpoint.auth.alternatives.contains { names in
            names.allSatisfy { name in
                api.credential(named: name).map { api.validKinds(of: $0) }?.contains { kind in
                    kind.use == .anywhere && endpoint.keyKinds.contains(kind.name)
                } ?? false
            }
        }
    }

    func preflight(isGranted: Bool) throws(MissingFixture) -> SingleExchange {
        var request = try probe.request()
        request.body = nil
        let method = probe.endpoint.method.rawValue
        request.endpoint.method = .options
        request.headerFields[.origin] = Self.origin
        request.headerFields[.accessControlRequestMethod] = method
        let headers = neededHeaders
        // Browsers name them in small letters, sorted, without blanks; servers may grant just what is asked for.
        if !headers.isEmpty {
            request.headerFields[.accessControlRequestHeaders] = headers.map { $0.lowercased() }.sorted().joined(separator: ",")
        }
        return SingleExchange(request, expecting: CrossOriginGrant(method: method, headers: headers, isGranted: isGranted))
    }

    func reading(as kind: String, isReadable: Bool) throws(MissingFixture) -> SingleExchange {
        let caller = try probe.sufficientCaller(of: try probe.home()) { $0.entries.contains { $0.entry.kind == kind } }
        var request = try probe.request(as: caller)
        request.headerFields[.origin] = Self.origin
        return SingleExchange(request, expecting: CrossOriginReading(isReadable: isReadable, success: probe.endpoint.success))
    }

    /// What such a key gets can be read too where it is a refusal: of a thing that there is not, and of a parameter that does not fit.
    ///
    /// - Parameter unknown: The path parameter that can name nothing; nil where there is none.
    func refusals(to kind: String, unknown: APIDescription.Parameter?) throws(MissingFixture) -> Dialogue {
        let caller = try probe.sufficientCaller(of: try probe.home()) { $0.entries.contains { $0.entry.kind == kind } }
        var request = try probe.request(as: caller)
        request.headerFields[.origin] = Self.origin
        var requests: [EndpointRequest] = []
        if let unknown { requests.append(try UnknownThings(probe).request(named: unknown, as: request)) }
        if let parameter = WrongParameter(of: probe.endpoint, in: probe.api) {
            try parameter.add(to: &request)
            requests.append(request)
        }
        return Dialogue(requests.first ?? request, expecting: "a refusal with Access-Control-Allow-Origin") { [requests] conversation in
            var outline = ""
            for request in requests {
                let reply = try await conversation.reply(to: request)
                // What is not refused is what other checks look at.
                guard (400..<500).contains(reply.head.status.code) else {
                    throw MissingFixture("a call of \(probe.endpoint.id) that is refused")
                }
                guard reply.head.headerFields[.accessControlAllowOrigin] != nil else {
                    throw conversation.fail(request, "there is no Access-Control-Allow-Origin", reply)
                }
                outline = reply.outline
            }
            return outline
        }
    }

    /// The header fields that a script has to be let send: all that the endpoint reads.
    private var neededHeaders: [String] {
        let (api, endpoint) = (probe.api, probe.endpoint)
        let isJSON = endpoint.requestBody?.media.contains(.json) == true
        var headers = credentialHeaders + (isJSON ? ["Content-Type"] : []) + endpoint.headerParameters.map(\.name)
        if case .header(let name)? = endpoint.idempotency?.place { headers.append(name) }
        if let versioning = api.versioning { headers.append(versioning.header) }
        if let tenancy = api.tenancy, endpoint.tenancy == .tenant {
            for credential in credentials { if case .header(let name) = tenancy.place(forCredential: credential) { headers.append(name) } }
        }
        var seen = Set(endpoint.forbiddenHeaders.map { $0.name.lowercased() })
        return headers.filter { seen.insert($0.lowercased()).inserted }
    }

    /// The header fields of keys that may be kept in a browser.
    private var credentialHeaders: [String] {
        credentials.compactMap { probe.api.credential(named: $0)?.place.header }
    }

    /// What has keys that may be kept in a browser, of the first way to call the endpoint with them.
    private var credentials: [String] {
        probe.endpoint.auth.alternatives.first { names in
            names.allSatisfy { name in
                probe.api.credential(named: name)?.kinds.contains { $0.use == .anywhere && probe.endpoint.keyKinds.contains($0.name) }
                    ?? false
            }
        } ?? []
    }
}
