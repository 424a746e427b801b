/// A body has no meaning in a GET or DELETE request (RFC 9110 §9.3.1, §9.3.5), and none comes with 204 (§15.3.5).
package struct BodyWithoutMeaning: ContractRule {
    package static let name = "body-without-meaning"

    package func check(_ contract: Contract) -> [Diagnostic] {
        let requests = contract.endpoints.compactMap { endpoint -> Diagnostic? in
            guard let body = endpoint.takes, !endpoint.method.value.takesBody else { return nil }
            let message = "a \(endpoint.method.value.rawValue) request has no body"
            return Diagnostic(.error, message, rule: Self.name, at: body.span, help: "use POST, PUT or PATCH, or remove 'takes'")
        }
        let replies = contract.endpoints.compactMap { endpoint -> Diagnostic? in
            let statuses = [endpoint.returns.status] + endpoint.returns.otherStatuses
            guard let body = endpoint.returns.body, !body.isUnreadable, statuses.contains(where: { $0.value == 204 }) else { return nil }
            return Diagnostic(.error, "a 204 reply has no body", rule: Self.name, at: body.span, help: "write { 204: none }")
        }
        return requests + replies
    }
}
