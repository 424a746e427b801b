import CharterRuntime
import HTTPTypes

/// Lets scripts of every origin call what keys and tokens may call that can be used anywhere, or what takes no credential, and nothing else
/// (CORS, <https://fetch.spec.whatwg.org/#http-cors-protocol>).
///
/// Who calls is known by a credential that the script itself sends, never by cookies: all origins are alike, and the answer to each is `*`.
struct CrossOrigin: Sendable {
    private let api: APIDescription
    /// By the id of the endpoint.
    private let policies: [String: CrossOriginPolicy]
    /// `Vary` where a reply could be for browsers, with the fields by which it is told whether it is; nil where there are none.
    private let vary: HTTPField?
    /// Where the credentials of the API can stand.
    private let places: [CredentialPlace]
    /// Whether credentials can stand in the query.
    private let readsQuery: Bool

    /// How long browsers may remember a grant, in seconds: two hours, which is what those allow that allow the least.
    static let maximumAge = 7_200
    private static let anyOrigin = HTTPField(name: .accessControlAllowOrigin, value: "*")

    /// - Parameter environment: That of the server, whose keys are valid on it; nil where all are.
    init(_ api: APIDescription, environment: String?) {
        self.api = api
        policies = Dictionary(
            api.endpoints.map { ($0.id, CrossOriginPolicy($0, of: api, in: environment)) },
            uniquingKeysWith: { first, _ in first }
        )
        let headers = api.credentialHeaders
        vary = headers.isEmpty ? nil : HTTPField(name: .vary, value: headers.joined(separator: ", "))
        places = api.credentials.flatMap { credential in
            ([credential.place] + credential.fallbackPlaces).map { CredentialPlace(credential, $0) }
        }
        readsQuery = !api.secretParameters.isEmpty
    }

    /// The header fields that grant what a preflight asks for; nil for any other request, and where a script may not call that method.
    ///
    /// A preflight has no credentials, so that it is answered before they are looked for, and no version of its own either.
    ///
    /// - Parameter routes: Those at the path that is asked about.
    func grant(to head: HTTPRequest, at routes: [Route]) -> HTTPFields? {
        guard head.method == .options, !api.requests.refusesOptions, head.headerFields.contains(.origin),
            let name = head.headerFields[.accessControlRequestMethod], let method = HTTPRequest.Method(name),
            let route = routes.first(where: { $0.endpoint.method == answering(method) }), let policy = policies[route.endpoint.id],
            policy.isCallable
        else { return nil }
        var fields: HTTPFields = [
            .accessControlAllowOrigin: "*",
            .accessControlAllowMethods: method.rawValue,
            .accessControlMaxAge: String(Self.maximumAge),
            .vary: "Origin, Access-Control-Request-Method",
        ]
        if !policy.requestHeaders.isEmpty { fields[.accessControlAllowHeaders] = policy.requestHeaders }
        return fields
    }

    /// Adds to a reply what lets a script read it, refusals included.
    ///
    /// A reply is for browsers if its endpoint is, and the request has no credential that belongs on servers: see
    /// ``CredentialPlace/hasServerOnly(_:_:)``. No other reply keeps an `Access-Control-Allow-Origin`, whoever has put it there.
    ///
    /// - Parameters:
    ///   - route: What was called; nil where the request found nothing.
    ///   - grant: What answers a preflight; nil for every other request.
    func addFields(
        to fields: inout HTTPFields,
        replyingTo head: HTTPRequest,
        at route: Route?,
        granting grant: HTTPFields? = nil
    ) {
        fields[.accessControlAllowOrigin] = nil
        fields[.accessControlExposeHeaders] = nil
        if let grant { return fields.append(contentsOf: grant) }
        guard let route, let policy = policies[route.endpoint.id], policy.isCallable else { return }
        // Without it a cache could give a reply for browsers to others, and theirs to browsers.
        if let vary { fields.append(vary) }
        let query = QueryValues(readsQuery ? head.query : "")
        guard !places.contains(where: { $0.hasServerOnly(head.headerFields, query) }) else { return }
        fields.append(Self.anyOrigin)
        if let exposed = policy.exposed { fields.append(exposed) }
    }

    /// The method of the endpoint that answers: `GET` also answers `HEAD`.
    private func answering(_ method: HTTPRequest.Method) -> HTTPRequest.Method {
        method == .head && !api.requests.refusesHead ? .get : method
    }
}

extension HTTPRequest {
    /// What stands behind the first question mark; empty without one.
    fileprivate var query: String {
        let target = path ?? ""
        return target.firstIndex(of: "?").map { String(target[$0...].dropFirst()) } ?? ""
    }
}
