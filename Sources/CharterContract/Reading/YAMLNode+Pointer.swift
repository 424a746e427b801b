import CharterYAML

extension YAMLNode {
    /// Where the last step of a path of keys stands, or the last one above it that is there; nil where not even the first is.
    ///
    /// The steps are keys of the file: a field is found with or without the mark that it may be absent, and below `fields`.
    package func place(of steps: some Sequence<String>) -> SourceSpan? {
        var (node, place) = (self, SourceSpan?.none)
        for step in steps {
            guard let entry = node.entry(step) ?? node.entry("fields")?.value.entry(step) else { break }
            (node, place) = (entry.value, entry.key.span)
        }
        return place
    }

    /// The entries of endpoints by their ids; they are listed by method and path.
    package var endpointsByID: [String: YAMLEntry] {
        guard case .mapping(let entries)? = entry("endpoints")?.value.kind else { return [:] }
        let named = entries.compactMap { entry -> (String, YAMLEntry)? in
            guard case .scalar(let scalar)? = entry.value.entry("id")?.value.kind else { return nil }
            return (scalar.text, entry)
        }
        return Dictionary(named) { first, _ in first }
    }

    private func entry(_ key: String) -> YAMLEntry? {
        guard case .mapping(let entries) = kind else { return nil }
        return entries.first { $0.key.text == key || $0.key.text == key + "?" }
    }
}
