import CharterRuntime
import HTTPTypes

/// Reads what tells a call from others so that it can be repeated: 400 where it is needed and missing, or not of its form.
struct IdempotencyKeyCheck: RequestStage {
    let api: APIDescription

    func pass(_ exchange: inout Exchange) throws {
        guard let convention = exchange.endpoint.idempotency else { return }
        try exchange.require(.credentials, before: .idempotency)
        if convention.scope.contains(.tenant), exchange.endpoint.tenancy == .tenant { try exchange.require(.tenant, before: .idempotency) }
        if case .field = convention.place, exchange.endpoint.requestBody != nil { try exchange.require(.body, before: .idempotency) }
        let (values, field) = given(convention, exchange)
        let kind = if case .header = convention.place { Problem.Code.invalidParameter } else { Problem.Code.invalidField }
        guard let value = values.first else {
            if convention.isRequired { throw Refusal.idempotencyKeyMissing(convention.place) }
            return
        }
        guard values.count == 1 else { throw Refusal.invalid(kind, [.init(field: field, message: "must not be repeated")]) }
        let faults = api.faults(of: value, against: convention.form, at: field)
        guard faults.isEmpty else { throw Refusal.invalid(kind, faults) }
        exchange.idempotencyKey =
            if case .string(let text) = value { text } else {
                String(decoding: try JSONCoding.encode(value.withUniformNumbers), as: UTF8.self)
            }
    }

    private func given(_ convention: APIDescription.Idempotency, _ exchange: Exchange) -> (values: [JSONValue], field: String) {
        switch convention.place {
        case .header(let name):
            let values = HTTPField.Name(name).map { exchange.head.headerFields[values: $0] } ?? []
            let form = api.resolved(convention.form)?.schema
            return (values.map { JSONValue(parameter: $0, form) }, ParameterPlace.header.field(name))
        case .field(let name):
            let members = try? JSONCoding.values(of: [name] + api.json.otherSpellings(of: name), in: exchange.body)
            return (members?.map(\.value) ?? [], api.errors.fieldPaths.text(of: name))
        }
    }
}
