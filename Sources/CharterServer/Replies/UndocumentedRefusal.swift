import CharterRuntime

/// A request is refused in a way that the API does not document; an error of whoever wrote the handler, or the contract.
struct UndocumentedRefusal: Error, CustomStringConvertible {
    let status: Int
    let code: String
    /// The endpoint's id; nil where the request found none.
    let endpoint: String?
    /// Where the contract would have to document it.
    let place: Place

    /// What lists the failures of an API.
    enum Place {
        /// `fails` of the endpoint.
        case endpoint
        /// `errors.closed`
        case closedStatuses
    }

    var description: String {
        let request = "\(endpoint.map { "'\($0)'" } ?? "a request") was refused by \(status) '\(code)'"
        return switch place {
        case .endpoint:
            "\(request), which does not stand under the endpoint's 'fails' in the contract: throw a documented failure, or add it there"
        case .closedStatuses:
            "\(request), which is no status of 'closed' in the contract: add it there, or say another one for it under 'faults'"
        }
    }
}

extension Refusal {
    /// Makes sure that the API documents the refusal: itself unless it follows from a convention, and its status.
    ///
    /// - Throws: ``UndocumentedRefusal``, which is answered 500.
    func checkDocumented(of endpoint: APIDescription.Endpoint, _ format: APIDescription.ErrorFormat) throws(UndocumentedRefusal) {
        let documented = convention != nil || endpoint.failures.contains { $0.status == self.status && $0.code == code }
        guard documented else { throw UndocumentedRefusal(status: status, code: code, endpoint: endpoint.id, place: .endpoint) }
        try checkStatus(of: endpoint.id, format)
    }

    /// Makes sure that the refusal has a status that the API lists, where it lists them.
    ///
    /// - Parameter endpoint: The endpoint's id; nil where the request found none.
    /// - Throws: ``UndocumentedRefusal``, which is answered 500.
    func checkStatus(of endpoint: String?, _ format: APIDescription.ErrorFormat) throws(UndocumentedRefusal) {
        guard !format.closedStatuses.isEmpty else { return }
        let status = worded(by: format).status
        guard format.permits(status) else {
            throw UndocumentedRefusal(status: status, code: code, endpoint: endpoint, place: .closedStatuses)
        }
    }
}
