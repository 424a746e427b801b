import CharterRuntime

/// The values in a request's path, by the names of the endpoint's parameters.
struct PathValues: Sendable {
    private var values: [(name: String, text: String?)] = []

    /// Takes the values by their places.
    init(_ template: APIDescription.PathTemplate, parts: [Substring]) {
        for (segment, part) in zip(template.segments, parts) {
            if case .parameter(let name) = segment { values.append((name, PercentEncoding.decode(part))) }
        }
    }

    /// Whether the path has a parameter of that name.
    func has(_ name: String) -> Bool {
        values.contains { $0.name == name }
    }

    /// The value, percent-decoded once; nil if there is none or it is not encoded well.
    subscript(name: String) -> String? {
        values.first { $0.name == name }?.text
    }
}
