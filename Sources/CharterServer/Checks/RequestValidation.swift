import CharterRuntime

/// Compares a request's parameters and its body with what the endpoint takes, and answers every fault at once: 400.
///
/// Where other stages stand between parameters and body, each has a stage of its own.
struct RequestValidation: RequestStage {
    let api: APIDescription
    /// Reads a body that no stage has read so far.
    let collection: BodyCollection
    var readsParameters = true
    var readsBody = true

    func pass(_ exchange: inout Exchange) async throws {
        var faults = readsParameters ? parameterFaults(&exchange) : []
        if readsBody, let described = exchange.endpoint.requestBody {
            try await collection.pass(&exchange)
            let result = BodyReading(api: api, endpoint: exchange.endpoint, described: described).read(exchange.body)
            if result.isMalformed, faults.isEmpty, let fault = result.faults.first { throw Refusal.malformedBody(fault.message) }
            exchange.body = result.bytes
            faults += result.faults
        }
        guard faults.isEmpty else { throw Refusal.invalidRequest(faults) }
        if readsParameters { try openCursor(&exchange) }
    }

    /// Finds the handler's own cursors in those that the request has.
    private func openCursor(_ exchange: inout Exchange) throws {
        guard let paging = exchange.endpoint.paging, case .cursor(var page)? = exchange.page,
            let seal = CursorSeal(paging, exchange.parameters, at: exchange.facts.time)
        else { return }
        if let cursor = page.cursor { page.cursor = try seal.opened(cursor) }
        exchange.page = .cursor(page)
    }

    private func parameterFaults(_ exchange: inout Exchange) -> [Problem.FieldFault] {
        var reading = ParameterReading(api, exchange)
        reading.read()
        exchange.parameters = reading.values
        var faults = reading.faults
        faults += ParameterRuleCheck(endpoint: exchange.endpoint, values: reading.values).faults
        if let paging = exchange.endpoint.paging {
            var page = PageReading(paging, of: exchange.endpoint, in: api, reading.query)
            exchange.page = page.page()
            faults += page.faults
        }
        return faults + api.unknownParameters(in: exchange.query, of: exchange.endpoint)
    }
}
