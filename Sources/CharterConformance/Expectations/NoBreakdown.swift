import CharterRuntime
import HTTPTypes

/// The server answers, and is not at fault: whatever callers send, that is no failure of its own.
struct NoBreakdown: Expectation {
    /// The failures from 500 on that the endpoint documents.
    private let documented: Set<Int>

    init(of endpoint: APIDescription.Endpoint) {
        documented = Set(endpoint.failures.map(\.status).filter { $0 >= 500 })
    }

    var summary: String { "no failure of the server" }

    func faults(in reply: HTTPReply, to request: EndpointRequest) -> [String] {
        let status = reply.head.status.code
        return status >= 500 && !documented.contains(status) ? ["the status is \(status)"] : []
    }
}
