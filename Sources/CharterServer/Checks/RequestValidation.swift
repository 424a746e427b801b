import CharterRuntime

/// Compares a request's parameters and body with what the endpoint takes, and answers every fault at once: 400.
struct RequestValidation: RequestStage {
    let api: APIDescription

    func pass(_ exchange: inout Exchange) throws {
        var faults = pathFaults(of: exchange) + queryFaults(of: exchange)
        if let paging = exchange.endpoint.paging {
            var reading = OffsetPaging(paging, in: exchange.query)
            exchange.page = reading.page()
            faults += reading.faults
        }
        faults += bodyFaults(of: exchange)
        guard faults.isEmpty else { throw Refusal.invalidRequest(faults) }
    }

    private func pathFaults(of exchange: Exchange) -> [Problem.FieldFault] {
        exchange.endpoint.pathParameters.flatMap { parameter in
            let field = "path.\(parameter.name)"
            guard let text = exchange.path[parameter.name] else {
                return [Problem.FieldFault(field: field, message: "is not percent-encoded UTF-8")]
            }
            return faults(of: text, against: parameter.schema, at: field)
        }
    }

    private func queryFaults(of exchange: Exchange) -> [Problem.FieldFault] {
        exchange.endpoint.queryParameters.flatMap { parameter in
            if let fault = exchange.query.fault(of: parameter.name) { return [fault] }
            let field = "query.\(parameter.name)"
            guard let text = exchange.query[parameter.name] else {
                return parameter.isRequired ? [Problem.FieldFault(field: field, message: "is required")] : []
            }
            return faults(of: text, against: parameter.schema, at: field)
        }
    }

    private func faults(of text: String, against schema: APIDescription.Schema, at field: String) -> [Problem.FieldFault] {
        api.faults(of: JSONValue(parameter: text, api.resolved(schema)?.schema), against: schema, at: field, direction: .request)
    }

    private func bodyFaults(of exchange: Exchange) -> [Problem.FieldFault] {
        guard let described = exchange.endpoint.requestBody else { return [] }
        guard !exchange.body.isEmpty else { return [Problem.FieldFault(field: "body", message: "is required")] }
        guard let value = try? JSONCoding.decode(JSONValue.self, from: exchange.body) else {
            return [Problem.FieldFault(field: "body", message: "is not JSON")]
        }
        return api.faults(of: value, against: described.schema, direction: .request).map { fault in
            fault.field.isEmpty ? Problem.FieldFault(field: "body", message: fault.message) : fault
        }
    }
}
