import CharterRuntime

/// What is asked for, and where it succeeds, what comes is what is documented too.
///
/// A server may answer most requests well, and those with a rare value in another form.
struct DocumentedResult: Expectation {
    private let taken: any Expectation
    private let shape: DocumentedBody
    private let success: APIDescription.Success

    /// - Parameter taken: Whether the request is taken as it should be.
    init(_ taken: any Expectation, of probe: EndpointProbe) {
        self.taken = taken
        shape = DocumentedBody(api: probe.api, endpoint: probe.endpoint)
        success = probe.endpoint.success
    }

    var summary: String { "\(taken.summary), answered with what is documented" }

    func faults(in reply: HTTPReply, to request: EndpointRequest) -> [String] {
        let faults = taken.faults(in: reply, to: request)
        return faults.isEmpty && success.isStatus(of: reply) ? shape.faults(in: reply, to: request) : faults
    }
}

extension EndpointProbe {
    /// Success with what is documented, or one of the endpoint's own failures.
    var documentedResult: DocumentedResult { DocumentedResult(Acceptance(of: endpoint, orOwnFailuresIn: api), of: self) }
}
