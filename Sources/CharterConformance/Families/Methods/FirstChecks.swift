import CharterRuntime
import HTTPTypes

/// Requests with what is looked for before all that a contract may order: whether there is such a path, which version is chosen, what the
/// override field means, and whether the path has the method, always in this order.
struct FirstChecks {
    /// A text that can be no method.
    static let noMethod = "no method"

    private let probe: EndpointProbe

    init(_ probe: EndpointProbe) {
        self.probe = probe
    }

    /// A POST that stands for no method, whether or not the path has POST.
    func unknownOverride(_ header: String) throws(MissingFixture) -> SingleExchange {
        var request = try probe.sufficientRequest()
        request.endpoint.method = .post
        try request.fill(header, Self.noMethod)
        let (status, code) = (probe.api.errors.status(of: .invalidParameter), probe.api.errors.text(of: .invalidParameter))
        return SingleExchange(request, expecting: Refusal([(400, code), (status, code)], of: probe.endpoint, in: probe.api))
    }

    /// A version that there is not, by a method that the path does not have.
    func unknownVersion(_ versioning: APIDescription.Versioning, by method: HTTPRequest.Method) throws(MissingFixture) -> SingleExchange {
        var request = try probe.sufficientRequest()
        request.endpoint.method = method
        request.body = nil
        try request.fill(versioning.header, VersionChoice.unknownText(versioning))
        return SingleExchange(request, expecting: probe.refusal(.versionUnknown))
    }

    /// A version that there is not, and a POST that stands for no method.
    func unknownVersion(_ versioning: APIDescription.Versioning, besides override: String) throws(MissingFixture) -> SingleExchange {
        var request = try probe.sufficientRequest()
        request.endpoint.method = .post
        try request.fill(versioning.header, VersionChoice.unknownText(versioning))
        try request.fill(override, Self.noMethod)
        return SingleExchange(request, expecting: probe.refusal(.versionUnknown))
    }

    /// A path that there is not, and a header field that would be refused at one that there is.
    func unknownPath(
        having field: (name: String, text: String),
        by method: HTTPRequest.Method = .get
    ) throws(MissingFixture) -> SingleExchange {
        var request = UnknownThings(probe).moved(try probe.sufficientRequest())
        request.endpoint.method = method
        try request.fill(field.name, field.text)
        return SingleExchange(request, expecting: probe.refusal(.unknownPath))
    }
}
