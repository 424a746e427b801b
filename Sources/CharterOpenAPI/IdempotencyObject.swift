import CharterContract
import CharterRuntime

/// A way to repeat calls, as OpenAPI and `x-charter-idempotency` have it.
struct IdempotencyObject {
    private let idempotency: APIDescription.Idempotency
    private let form: Schema
    private let about: String?

    init(_ idempotency: ResolvedIdempotency) {
        self.idempotency = idempotency.description
        form = idempotency.form
        about = idempotency.about
    }

    /// The parameter that carries the key, or nil where the body does.
    var parameter: OrderedJSON? {
        guard case .header(let name) = idempotency.place else { return nil }
        return [
            "name": .string(name),
            "in": "header",
            "required": .boolean(idempotency.isRequired),
            "description": .string(text),
            "schema": SchemaObject.withExample(form),
            "example": form.example,
        ]
    }

    /// The schema and the example of a body, with the key among their members where it stands there.
    func body(_ schema: OrderedJSON, _ example: OrderedJSON) -> (schema: OrderedJSON, example: OrderedJSON) {
        guard case .field(let name) = idempotency.place else { return (schema, example) }
        let required: [OrderedJSON.Member] = idempotency.isRequired ? [.init("required", [.string(name)])] : []
        let key = OrderedJSON.object([OrderedJSON.Member("description", .string(text))] + SchemaObject.withExample(form).members)
        let properties: [OrderedJSON.Member] = [.init("properties", .object([OrderedJSON.Member(name, key)]))]
        let member = OrderedJSON.Member(name, form.example)
        let beside = OrderedJSON.object([.init("type", "object")] + required + properties + [.init("example", .object([member]))])
        return (["allOf": [schema, beside]], .object(example.members + [member]))
    }

    /// The header field that marks a response as replayed.
    var replayHeader: OrderedJSON.Member? {
        idempotency.replayHeader.map { name in
            ConventionHeader.member(
                name,
                "`true` where the response is that of an earlier call with the same key.",
                ["type": "string", "const": "true", "example": "true"],
                example: "true",
                isRequired: false
            )
        }
    }

    private var text: String {
        let lifetime = idempotency.retention.map { "for \($0.asDuration)" } ?? "for ever"
        let scope = idempotency.scope.map { "`\($0.rawValue)`" }.inWords(conjunction: "and")
        let words = "Tells a repeated call from a new one: one of the same \(scope) is done once. Remembered \(lifetime)."
        return [words, about].compactMap { $0 }.joined(separator: " ")
    }

    var json: OrderedJSON {
        let (header, field): (String?, String?) =
            switch idempotency.place {
            case .header(let name): (name, nil)
            case .field(let name): (nil, name)
            }
        return [
            "name": .string(idempotency.name),
            "header": header.map(OrderedJSON.string),
            "field": field.map(OrderedJSON.string),
            "required": .boolean(idempotency.isRequired),
            "keeps": idempotency.retention.map { OrderedJSON(integerLiteral: $0) } ?? "forever",
            "within": .array(idempotency.scope.map { .string($0.rawValue) }),
            "same": idempotency.comparesPayload ? "body" : "nothing",
            "remembers": .string(idempotency.remembers.rawValue),
            "replayed": idempotency.replayHeader.map(OrderedJSON.string),
        ]
    }
}
