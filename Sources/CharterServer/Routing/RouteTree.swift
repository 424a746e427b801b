import CharterRuntime

/// The paths of an API as a tree of segments, so that a request's path is found without a look at all the others.
struct RouteTree: Sendable {
    private var index: Int?
    private var literals: [String: RouteTree] = [:]
    /// What stands below a parameter; an array of one, for a structure cannot hold itself.
    private var parameter: [RouteTree] = []

    /// Adds a path by its index, unless one of the same shape is there.
    mutating func add(_ path: Int, _ segments: ArraySlice<APIDescription.PathTemplate.Segment>) {
        guard let segment = segments.first else {
            index = index ?? path
            return
        }
        if let text = segment.literal {
            literals[text, default: RouteTree()].add(path, segments.dropFirst())
        } else {
            if parameter.isEmpty { parameter.append(RouteTree()) }
            parameter[0].add(path, segments.dropFirst())
        }
    }

    /// The index of the path that a request's segments mean: literals go before parameters, from the first segment on.
    ///
    /// `%70ublic` is `public` (RFC 3986 §6.2.2.2), and reaches no handler as the value of a parameter either.
    func find(_ parts: ArraySlice<Substring>) -> Int? {
        guard let part = parts.first else { return index }
        let rest = parts.dropFirst()
        if let text = PercentEncoding.decode(part), let found = literals[text]?.find(rest) { return found }
        return parameter.first?.find(rest)
    }
}
