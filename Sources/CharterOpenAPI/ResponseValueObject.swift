import CharterContract
import CharterRuntime

/// What a server fills in by itself.
enum ResponseValueObject {
    /// What it is, its schema and an example.
    static func parts(
        _ value: APIDescription.ResponseValue,
        inHeader: Bool,
        _ api: ResolvedAPI
    ) -> (about: String, schema: OrderedJSON, example: OrderedJSON) {
        func text(_ about: String, _ example: OrderedJSON, format: String? = nil) -> (String, OrderedJSON, OrderedJSON) {
            (about, ["type": "string", "format": format.map(OrderedJSON.string), "example": example], example)
        }
        switch value {
        case .requestID: return text("The identifier of the request.", "3f2c9a7e-5c52-4ef1-9d0b-5a1c4f0a2b71")
        case .version: return text("The version of the API that answered.", .string(api.conventions.versioning?.current ?? api.version))
        case .revision: return text("The revision of the API that answered.", .string(api.revision ?? ""), format: "date")
        case .time where inHeader: return text("The time of the response (RFC 9110 §6.6.1).", "Fri, 01 May 2026 10:23:18 GMT")
        case .time: return text("The time of the response.", api.exampleInstant, format: "date-time")
        case .text(let fixed):
            let example = OrderedJSON.string(fixed)
            return ("Always the same.", ["type": "string", "const": example, "example": example], example)
        }
    }
}
