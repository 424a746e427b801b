import CharterRuntime

/// A handler refuses a request by a status that the API does not have, where its contract closes the list of them; an error of whoever wrote the handler.
struct UndocumentedStatus: Error, CustomStringConvertible {
    let status: Int
    let code: String
    let endpoint: String

    var description: String {
        "'\(endpoint)' was refused by \(status) '\(code)', a status that is not among those under 'closed' in the contract: throw a documented failure, or add it there"
    }
}

extension Refusal {
    /// Makes sure that the API has the status by which it answers the refusal.
    ///
    /// - Throws: ``UndocumentedStatus``, which is answered 500.
    func checkStatus(of endpoint: APIDescription.Endpoint, _ format: APIDescription.ErrorFormat) throws(UndocumentedStatus) {
        guard !format.closedStatuses.isEmpty else { return }
        let status = worded(by: format).status
        guard format.closedStatuses.contains(status) else { throw UndocumentedStatus(status: status, code: code, endpoint: endpoint.id) }
    }
}
