import CharterRuntime

/// The values in a request's path, by the names of the endpoint's parameters.
struct PathValues: Sendable {
    private let encoded: [String: Substring]

    /// Takes the values by their places.
    init(_ template: APIDescription.PathTemplate, parts: [Substring]) {
        var encoded: [String: Substring] = [:]
        for (segment, part) in zip(template.segments, parts) {
            if case .parameter(let name) = segment { encoded[name] = part }
        }
        self.encoded = encoded
    }

    /// Whether the path has a parameter of that name.
    func has(_ name: String) -> Bool {
        encoded[name] != nil
    }

    /// The value, percent-decoded once; nil if there is none or it is not encoded well.
    subscript(name: String) -> String? {
        encoded[name].flatMap { PercentEncoding.decode($0) }
    }
}
