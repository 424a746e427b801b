import CharterContract
import CharterRuntime

extension ParameterObject {
    /// The parameters that a way of paging takes.
    ///
    /// - Parameters:
    ///   - paging: the way of paging.
    ///   - field: the schema of the field that paging goes by, where it goes by one.
    static func paging(_ paging: APIDescription.Paging, field: Schema? = nil) -> [OrderedJSON] {
        let size = paging.pageSize.parameter.map { [pageSize($0, paging.pageSize)] } ?? []
        return size + position(paging.position, field)
    }

    /// A bound stands in the schema only where the server refuses what is outside.
    private static func pageSize(_ name: String, _ size: APIDescription.Paging.PageSize) -> OrderedJSON {
        let usual = OrderedJSON(integerLiteral: size.defaultValue)
        let schema: OrderedJSON = [
            "type": "integer",
            "minimum": size.below == .reject ? OrderedJSON(integerLiteral: size.minimum) : nil,
            "maximum": size.above == .reject ? OrderedJSON(integerLiteral: size.maximum) : nil,
            "default": usual,
            "example": usual,
        ]
        let text =
            "How many items to return: \(size.defaultValue) if absent, \(size.minimum) to \(size.maximum). \(outOfRange(size))"
        return query(name, text, schema: schema, example: usual)
    }

    /// What becomes of a page size outside its bounds.
    private static func outOfRange(_ size: APIDescription.Paging.PageSize) -> String {
        switch (size.below, size.above) {
        case (.reject, .reject): "Anything else is refused."
        case (.clamp, .clamp): "Less is taken as \(size.minimum), more as \(size.maximum)."
        case (.reject, .clamp): "Less is refused, more is taken as \(size.maximum)."
        case (.clamp, .reject): "Less is taken as \(size.minimum), more is refused."
        }
    }

    private static func position(_ position: APIDescription.Paging.Position, _ field: Schema?) -> [OrderedJSON] {
        switch position {
        case .offset(let name):
            let maximum = OrderedJSON(integerLiteral: APIDescription.Paging.maximumOffset)
            let schema: OrderedJSON = ["type": "integer", "minimum": 0, "maximum": maximum, "default": 0, "example": 0]
            return [query(name, "How many items to skip; 0 if absent.", schema: schema, example: 0)]
        case .page(let name, let first):
            let number = OrderedJSON(integerLiteral: first)
            let schema: OrderedJSON = ["type": "integer", "minimum": number, "default": number, "example": number]
            let text = "The number of the page; the first is \(first), which is meant if it is absent."
            return [query(name, text, schema: schema, example: number)]
        case .cursor(let name, let boundTo, let lifetime):
            let example: OrderedJSON = "b2Zmc2V0OjIw"
            var text = "The cursor that a page gave for its neighbour; the first page if absent."
            if !boundTo.isEmpty {
                text += " Valid with the same \(boundTo.map { "`\($0)`" }.inWords(conjunction: "and")) only."
            }
            if let lifetime { text += " Valid for \(lifetime.asDuration)." }
            return [query(name, text, schema: ["type": "string", "example": example], example: example)]
        case .after(let name, let item, let before):
            let example = field?.example ?? "42"
            let schema = field.map { SchemaObject.withExample($0) } ?? ["type": "string", "example": example]
            let next = "The `\(item)` of the last item that was seen; the first page if absent."
            let back = "The `\(item)` of the first item that was seen: the page before it."
            return [query(name, next, schema: schema, example: example)]
                + (before.map { [query($0, back, schema: schema, example: example)] } ?? [])
        case .url, .first: return []
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
