import CharterContract

/// The error body of RFC 9457 as components of OpenAPI.
struct ProblemSchema {
    private let sample: ErrorSample
    private let tellsFirstFaultOnly: Bool

    /// - Parameter tellsFirstFaultOnly: whether of several faults the first alone is told.
    init(_ sample: ErrorSample, tellsFirstFaultOnly: Bool) {
        self.sample = sample
        self.tellsFirstFaultOnly = tellsFirstFaultOnly
    }

    var members: [OrderedJSON.Member] {
        [OrderedJSON.Member("Problem", problem), OrderedJSON.Member("FieldFault", fieldFault)]
    }

    private var problem: OrderedJSON {
        let status = OrderedJSON(integerLiteral: sample.status)
        return [
            "type": "object",
            "description": "What went wrong (RFC 9457).",
            "required": ["type", "title", "status", "code"],
            "properties": [
                "type": text(
                    "A URI that names the kind of problem; `about:blank` where the status says it all.",
                    example: "about:blank",
                    format: "uri-reference"
                ),
                "title": text("The kind of problem in a few words.", example: sample.message),
                "status": [
                    "type": "integer", "description": "The HTTP status of the reply.", "minimum": 400, "maximum": 599, "example": status,
                ],
                "detail": text("What is wrong with this request and how to mend it.", example: sample.message),
                "code": text("The kind of problem for programs.", example: sample.code),
                "errors": [
                    "type": "array",
                    "description": .string(tellsFirstFaultOnly ? "The first field at fault." : "The fields at fault."),
                    "items": ["$ref": "#/components/schemas/FieldFault"],
                    "maxItems": tellsFirstFaultOnly ? 1 : nil,
                    "example": [fault],
                ],
            ],
            "example": ["type": "about:blank", "title": .string(sample.message), "status": status, "code": .string(sample.code)],
        ]
    }

    private var fieldFault: OrderedJSON {
        [
            "type": "object",
            "description": "What is wrong with one field of a request.",
            "required": ["field", "message"],
            "properties": [
                "field": text(
                    "Where the field is: `query.`, `path.` or `header.` and the name of a parameter, or a place in the body.",
                    example: sample.field
                ),
                "message": text("What was expected there.", example: "is required"),
            ],
            "example": fault,
        ]
    }

    private var fault: OrderedJSON {
        ["field": .string(sample.field), "message": "is required"]
    }

    private func text(_ description: String, example: String, format: String? = nil) -> OrderedJSON {
        [
            "type": "string",
            "description": .string(description),
            "format": format.map(OrderedJSON.string),
            "example": .string(example),
        ]
    }
}
