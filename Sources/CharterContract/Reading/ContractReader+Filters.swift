import CharterRuntime
import CharterYAML

/// What parameters leave of a list.
extension ContractReader {
    /// By the name of each parameter, the fields that it is compared with, and how.
    mutating func filters(_ node: MarkedNode?) -> [Endpoint.Filter] {
        named(node, "filters", by: "parameters", example: "{ max_price: { price: at-most } }") { $0.filter($1, $2) }
    }

    private mutating func filter(_ name: Located<String>, _ node: MarkedNode) -> Endpoint.Filter? {
        if node.isNone { return Endpoint.Filter(name: name, comparisons: []) }
        let example = "{ price: at-most }"
        guard Members(node, of: "fields")?.entries.isEmpty != true else {
            wrongType(node, expected: "a map of fields to how each is compared", help: "write \(example)")
            return nil
        }
        let comparisons = named(node, "how each is compared", by: "fields", example: example) { reader, field, value in
            reader.word(value).map { Endpoint.Comparison(field: field, relation: $0) }
        }
        return comparisons.isEmpty ? nil : Endpoint.Filter(name: name, comparisons: comparisons)
    }
}
