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
        if case .list(let element, let count, let isUnique)? = resolved(parameter.schema)?.schema {
            let inner = resolved(element)?.schema
            var faults: [Problem.FieldFault] = count.fault(ofCount: texts.count, "items").map { [.init(field: field, message: $0)] } ?? []
            let values = texts.map { JSONValue(parameter: $0, inner) }
            if isUnique, Set(values).count < values.count { faults.append(.init(field: field, message: "must have no item twice")) }
            for (index, value) in values.enumerated() {
                faults += self.faults(of: value, against: element, at: FieldPlace.item(index, of: field), direction: direction)
            }
            return faults
        }
        guard let text = texts.first, texts.count == 1 else { return [.init(field: field, message: "must not be repeated")] }
        let value = JSONValue(parameter: text, resolved(parameter.schema)?.schema)
        return faults(of: value, against: parameter.schema, at: field, direction: direction)
    }
}
