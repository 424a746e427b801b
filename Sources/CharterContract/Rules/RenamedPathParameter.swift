/// One place in a path has one name: generated code of `:id` here and `:orderId` there looks as if they were two things.
package struct RenamedPathParameter: AdvisoryRule {
    package static let name = "renamed-path-parameter"

    package func check(_ contract: Contract) -> [Diagnostic] {
        var first: [String: (name: String, path: Located<PathPattern>)] = [:]
        var told: Set<String> = []
        return contract.endpoints.map(\.path).flatMap { path in
            path.value.parameterPlaces.compactMap { place, name -> Diagnostic? in
                guard let other = first[place] else {
                    first[place] = (name, path)
                    return nil
                }
                guard other.name != name, told.insert(place + name).inserted else { return nil }
                return Self.diagnostic(
                    "':\(name)' is called ':\(other.name)' in another path",
                    at: path.span,
                    notes: [Diagnostic.Note("the other path stands here", at: other.path.span)],
                    help: "call it ':\(other.name)' here too"
                )
            }
        }
    }
}

extension PathPattern {
    /// The shape of each of its beginnings that ends with a parameter, and the parameter's name.
    fileprivate var parameterPlaces: [(place: String, name: String)] {
        segments.indices.compactMap { index in
            guard case .parameter(let name) = segments[index] else { return nil }
            return (PathPattern(segments: Array(segments[...index])).shape, name)
        }
    }
}
