extension APIDescription.PathTemplate {
    /// Whether the path has these literals, and parameters where these are, whatever their names.
    package func hasShape(of others: some Collection<Segment>) -> Bool {
        segments.count == others.count && zip(segments, others).allSatisfy { $0.literal == $1.literal }
    }
}

extension APIDescription.PathTemplate.Segment {
    /// The text of a literal; nil for a parameter.
    package var literal: String? {
        switch self {
        case .literal(let text): text
        case .parameter: nil
        }
    }
}
