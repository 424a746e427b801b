import CharterRuntime

/// What a reply should be.
protocol Expectation: Sendable {
    /// The expectation in words, for a report.
    var summary: String { get }
    /// What is wrong with the reply to a request, each in a phrase; empty if nothing is.
    func faults(in reply: HTTPReply, to request: EndpointRequest) -> [String]
}
