extension APIDescription {
    /// What the values of a list parameter are; nil for every other parameter.
    package func element(ofListIn schema: Schema) -> Schema? {
        guard case .list(let element, _, _)? = resolved(schema)?.schema else { return nil }
        return element
    }

    /// What keeps the texts of a parameter from being what it takes.
    package func faults(
        of texts: [String],
        _ parameter: Parameter,
        at field: String,
        direction: Direction = .request
    ) -> [Problem.FieldFault] {
        let value: JSONValue
        if let element = element(ofListIn: parameter.schema) {
            let element = resolved(element)?.schema
            value = .array(texts.map { JSONValue(parameter: $0, element) })
        } else {
            guard let text = texts.first, texts.count == 1 else { return [.init(field: field, message: "must not be repeated")] }
            value = JSONValue(parameter: text, resolved(parameter.schema)?.schema)
        }
        return faults(of: value, against: parameter.schema, at: field, direction: direction)
    }
}
