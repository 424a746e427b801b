import CharterClient
import CharterRuntime
import HTTPTypes

/// The request succeeds; the body is another check's business.
struct Acceptance: Expectation {
    private let success: APIDescription.Success

    init(of endpoint: APIDescription.Endpoint) {
        success = endpoint.success
    }

    var summary: String { success.statusText }

    func faults(in reply: HTTPReply, to request: EndpointRequest) -> [String] {
        success.isStatus(of: reply) ? [] : ["the status is \(reply.head.status.code)"]
    }
}

extension APIDescription.Success {
    /// The documented statuses, as people write them.
    var statusText: String {
        ([status] + otherStatuses).map(String.init).joined(separator: " or ")
    }

    func isStatus(of reply: HTTPReply) -> Bool {
        reply.head.status.code == status || otherStatuses.contains(reply.head.status.code)
    }
}
