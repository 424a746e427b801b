/// A collection has one name: beside `/orders` nobody looks for `/order/:id`.
package struct SingularAndPlural: AdvisoryRule {
    package static let name = "singular-and-plural"

    package func check(_ contract: Contract) -> [Diagnostic] {
        var places: [String: Located<PathPattern>] = [:]
        for endpoint in contract.endpoints {
            for prefix in endpoint.path.value.literalPrefixes where places[prefix] == nil { places[prefix] = endpoint.path }
        }
        let plurals = places.filter { places[$0.key + "s"] != nil }
        return plurals.map { singular, path in
            let plural = singular + "s"
            let note = places[plural].map { [Diagnostic.Note("'\(plural)' stands here", at: $0.span)] } ?? []
            return Self.diagnostic("'\(singular)' stands beside '\(plural)'", at: path.span, notes: note, help: "use one of the two names")
        }
    }
}

extension PathPattern {
    /// The shape of each of its beginnings that ends with a literal.
    fileprivate var literalPrefixes: [String] {
        segments.indices.compactMap { index in
            guard case .literal = segments[index] else { return nil }
            return PathPattern(segments: Array(segments[...index])).shape
        }
    }
}
