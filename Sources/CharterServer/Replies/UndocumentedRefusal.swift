import CharterRuntime

/// A handler refuses a request in a way that the API does not document; an error of whoever wrote the handler.
struct UndocumentedRefusal: Error, CustomStringConvertible {
    let status: Int
    let code: String
    let endpoint: String
    /// Where the contract would have to document it.
    let place: String

    var description: String {
        "'\(endpoint)' was refused by \(status) '\(code)', which does not stand under \(place) in the contract: throw a documented failure, or add it there"
    }
}

extension Refusal {
    /// Makes sure that the API documents the refusal: its status, and itself unless it follows from a convention.
    ///
    /// - Throws: ``UndocumentedRefusal``, which is answered 500.
    func checkDocumented(of endpoint: APIDescription.Endpoint, _ format: APIDescription.ErrorFormat) throws(UndocumentedRefusal) {
        let documented = convention != nil || endpoint.failures.contains { $0.status == self.status && $0.code == code }
        guard documented else {
            throw UndocumentedRefusal(status: status, code: code, endpoint: endpoint.id, place: "the endpoint's 'fails'")
        }
        guard !format.closedStatuses.isEmpty else { return }
        let status = worded(by: format).status
        guard format.closedStatuses.contains(status) else {
            throw UndocumentedRefusal(status: status, code: code, endpoint: endpoint.id, place: "'closed'")
        }
    }
}
