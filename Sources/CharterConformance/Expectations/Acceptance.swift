import CharterRuntime
import HTTPTypes

/// The request succeeds; the body is another check's business.
struct Acceptance: Expectation {
    let status: Int

    init(of endpoint: APIDescription.Endpoint) {
        status = endpoint.success.status
    }

    var summary: String { String(status) }

    func faults(in reply: HTTPReply) -> [String] {
        reply.head.status.code == status ? [] : ["the status is \(reply.head.status.code)"]
    }
}
