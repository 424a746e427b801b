import CharterContract

/// Parameters of OpenAPI.
enum ParameterObject {
    static func json(_ property: SchemaProperty, in place: String) -> OrderedJSON {
        [
            "name": .string(property.name),
            "in": .string(place),
            "required": .boolean(property.isRequired),
            "description": property.schema.about.map(OrderedJSON.string),
            "schema": SchemaObject.withExample(property.schema),
            "example": property.schema.example,
            "x-charter-assumed": property.schema.isAssumed ? true : nil,
        ]
    }

    /// The parameters that a way of paging takes.
    ///
    /// A bound stands in the schema only where the server refuses what is outside.
    static func paging(_ paging: ResolvedPaging) -> [OrderedJSON] {
        let schema: OrderedJSON = [
            "type": "integer",
            "minimum": paging.below == .reject ? 1 : nil,
            "maximum": paging.above == .reject ? OrderedJSON(integerLiteral: paging.maximumPageSize) : nil,
            "default": OrderedJSON(integerLiteral: paging.defaultPageSize),
            "example": OrderedJSON(integerLiteral: paging.defaultPageSize),
        ]
        let size = paging.defaultPageSize
        let sizeText = "How many items to return: \(size) if absent, 1 to \(paging.maximumPageSize). \(outOfRange(paging))"
        return [
            query(paging.pageSizeParameter, sizeText, schema: schema, example: OrderedJSON(integerLiteral: paging.defaultPageSize)),
            query(
                paging.offsetParameter,
                "How many items to skip; 0 if absent.",
                schema: ["type": "integer", "minimum": 0, "default": 0, "example": 0],
                example: 0
            ),
        ]
    }

    /// What becomes of a page size outside its bounds.
    private static func outOfRange(_ paging: ResolvedPaging) -> String {
        switch (paging.below, paging.above) {
        case (.reject, .reject): "Anything else is refused."
        case (.clamp, .clamp): "Less is taken as 1, more as \(paging.maximumPageSize)."
        case (.reject, .clamp): "Less is refused, more is taken as \(paging.maximumPageSize)."
        case (.clamp, .reject): "Less is taken as 1, more is refused."
        }
    }

    private static func query(_ name: String, _ description: String, schema: OrderedJSON, example: OrderedJSON) -> OrderedJSON {
        [
            "name": .string(name),
            "in": "query",
            "required": false,
            "description": .string(description),
            "schema": schema,
            "example": example,
        ]
    }
}
