import CharterRuntime

/// The values in a request's path, by the names of the endpoint's parameters.
struct PathValues: Sendable {
    private var encoded: [(name: String, part: Substring)] = []

    /// Takes the values by their places.
    init(_ template: APIDescription.PathTemplate, parts: [Substring]) {
        for (segment, part) in zip(template.segments, parts) {
            if case .parameter(let name) = segment { encoded.append((name, part)) }
        }
    }

    /// Whether the path has a parameter of that name.
    func has(_ name: String) -> Bool {
        encoded.contains { $0.name == name }
    }

    /// The value, percent-decoded once; nil if there is none or it is not encoded well.
    subscript(name: String) -> String? {
        encoded.first { $0.name == name }.flatMap { PercentEncoding.decode($0.part) }
    }
}
