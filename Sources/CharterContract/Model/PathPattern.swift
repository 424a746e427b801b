/// A path in which some segments are parameters: `/communities/:tag/events`.
package struct PathPattern: Hashable, Sendable {
    package enum Segment: Hashable, Sendable {
        case literal(String)
        case parameter(String)
    }

    package var segments: [Segment]

    package init(segments: [Segment]) {
        self.segments = segments
    }

    /// The names of the parameters, in order.
    package var parameters: [String] {
        segments.compactMap { if case .parameter(let name) = $0 { name } else { nil } }
    }

    /// The name of the parameter that the path ends with, if it ends with one.
    package var lastParameter: String? {
        if case .parameter(let name)? = segments.last { name } else { nil }
    }

    /// The path with parameters written `:name`.
    package var colonText: String {
        text { ":" + $0 }
    }

    /// The path with parameters written `{name}`, as OpenAPI has them.
    package var bracedText: String {
        text { "{\($0)}" }
    }

    /// The path without the names of its parameters: two endpoints of the same shape answer the same requests.
    package var shape: String {
        text { _ in ":" }
    }

    /// Whether this path is `prefix` or lies below it.
    package func isWithin(_ prefix: PathPattern) -> Bool {
        guard segments.count >= prefix.segments.count else { return false }
        return zip(segments, prefix.segments).allSatisfy { own, other in
            switch (own, other) {
            case (.literal(let left), .literal(let right)): left == right
            case (.parameter, .parameter): true
            default: false
            }
        }
    }

    private func text(_ parameter: (String) -> String) -> String {
        if segments.isEmpty { return "/" }
        return segments.map { segment in
            switch segment {
            case .literal(let text): "/" + text
            case .parameter(let name): "/" + parameter(name)
            }
        }.joined()
    }
}
