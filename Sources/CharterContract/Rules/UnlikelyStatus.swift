/// A status must say what happened (RFC 9110 §15.3): clients act on it before they read a body.
package struct UnlikelyStatus: AdvisoryRule {
    package static let name = "unlikely-status"

    package func check(_ contract: Contract) -> [Diagnostic] {
        contract.endpoints.compactMap { endpoint in
            let status = endpoint.returns.status
            return fault(of: status.value, in: endpoint).map { message, help in Self.diagnostic(message, at: status.span, help: help) }
        }
    }

    private func fault(of status: Int, in endpoint: Endpoint) -> (message: String, help: String)? {
        switch (status, endpoint.method.value) {
        case (201, .get), (201, .delete): ("a \(endpoint.method.value.rawValue) request creates nothing", "answer 200")
        case (205, _), (206, _): ("\(status) answers what this language cannot ask for", "answer 200 or 204")
        case (200, _) where endpoint.returns.body == nil: ("200 is answered without a body", "answer 204, or say what is returned")
        default: nil
        }
    }
}
