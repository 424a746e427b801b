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
        let (values, field) = given(convention.place, exchange)
        let kind = if case .header = convention.place { Problem.Code.invalidParameter } else { Problem.Code.invalidField }
        guard let value = values.first else {
            if convention.isRequired { throw Refusal.idempotencyKeyMissing(convention.place) }
            return
        }
        guard values.count == 1 else { throw Refusal.invalid(kind, [.init(field: field, message: "must not be repeated")]) }
        let faults = api.faults(of: value, against: convention.form, at: field)
        guard faults.isEmpty else { throw Refusal.invalid(kind, faults) }
        if case .string(let text) = value { exchange.idempotencyKey = text }
    }

    private func given(_ place: APIDescription.Idempotency.Place, _ exchange: Exchange) -> (values: [JSONValue], field: String) {
        switch place {
        case .header(let name):
            let values = HTTPField.Name(name).map { exchange.head.headerFields[values: $0] } ?? []
            return (values.map(JSONValue.string), ParameterPlace.header.field(name))
        case .field(let name):
            let members = try? JSONCoding.values(of: [name] + api.json.otherSpellings(of: name), in: exchange.body)
            return (members?.map(\.value) ?? [], api.errors.fieldPaths.text(of: name))
        }
    }
}
