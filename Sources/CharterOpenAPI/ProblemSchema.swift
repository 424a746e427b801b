import CharterContract

/// The error body of RFC 9457 as components of OpenAPI.
enum ProblemSchema {
    static let members = [OrderedJSON.Member("Problem", problem), OrderedJSON.Member("FieldFault", fieldFault)]

    private static let problem: OrderedJSON = [
        "type": "object",
        "description": "What went wrong (RFC 9457).",
        "required": ["type", "title", "status", "code"],
        "properties": [
            "type": text(
                "A URI that names the kind of problem; `about:blank` where the status says it all.",
                example: "about:blank",
                format: "uri-reference"
            ),
            "title": text("The kind of problem in a few words.", example: "The article is sold out."),
            "status": [
                "type": "integer", "description": "The HTTP status of the reply.", "minimum": 400, "maximum": 599, "example": 409,
            ],
            "detail": text("What is wrong with this request and how to mend it.", example: "Choose another article."),
            "code": text("The kind of problem for programs.", example: "sold-out"),
            "errors": [
                "type": "array",
                "description": "The fields at fault.",
                "items": ["$ref": "#/components/schemas/FieldFault"],
                "example": [["field": "query.limit", "message": "expected a whole number from 1 to 100"]],
            ],
        ],
        "example": ["type": "about:blank", "title": "The article is sold out.", "status": 409, "code": "sold-out"],
    ]

    private static let fieldFault: OrderedJSON = [
        "type": "object",
        "description": "What is wrong with one field of a request.",
        "required": ["field", "message"],
        "properties": [
            "field": text("Where the field is: `query.limit`, `path.id` or, in the body, `items[2].price`.", example: "query.limit"),
            "message": text("What was expected there.", example: "expected a whole number from 1 to 100"),
        ],
        "example": ["field": "query.limit", "message": "expected a whole number from 1 to 100"],
    ]

    private static func text(_ description: String, example: String, format: String? = nil) -> OrderedJSON {
        [
            "type": "string",
            "description": .string(description),
            "format": format.map(OrderedJSON.string),
            "example": .string(example),
        ]
    }
}
