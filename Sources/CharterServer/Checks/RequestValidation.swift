import CharterRuntime

/// Compares a request's parameters and its body with what the endpoint takes, and answers every fault at once: 400.
///
/// Faults that an API answers differently are told one after the other: of the path, of the query, of header fields, of the body.
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
            let result = BodyReading(exchange.api, exchange.endpoint, described).read(exchange.body, form: exchange.formType)
            if result.isMalformed, faults.isEmpty, let fault = result.faults.first { throw Refusal.malformedBody(fault.message) }
            exchange.body = result.bytes
            faults += result.faults.map { RequestFault($0, .invalidField) }
        }
        if let refusal = faults.refusal(api.errors) { throw refusal }
        if readsBody { exchange.passed.insert(.body) }
    }

    private func parameterFaults(_ exchange: inout Exchange) -> [RequestFault] {
        var reading = ParameterReading(exchange)
        reading.read()
        exchange.parameters = reading.values
        var faults = reading.faults
        let hasRules = !exchange.endpoint.rules.isEmpty
        var others = hasRules ? ParameterRuleCheck(endpoint: exchange.endpoint, values: reading.values).faults : []
        if let paging = exchange.endpoint.paging {
            var page = PageReading(paging, exchange, reading.query)
            exchange.page = page.page()
            others += page.faults
        }
        others += api.unknownParameters(in: exchange.query, of: exchange.endpoint)
        faults += others.map { RequestFault($0, .invalidParameter) }
        return faults
    }
}
