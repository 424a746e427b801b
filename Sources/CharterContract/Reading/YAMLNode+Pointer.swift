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

    /// The entry of an endpoint: they are listed by method and path, and named by an id.
    package func endpoint(withID id: String) -> YAMLEntry? {
        guard case .mapping(let entries)? = entry("endpoints")?.value.kind else { return nil }
        return entries.first { entry in
            guard case .scalar(let scalar)? = entry.value.entry("id")?.value.kind else { return false }
            return scalar.text == id
        }
    }

    private func entry(_ key: String) -> YAMLEntry? {
        guard case .mapping(let entries) = kind else { return nil }
        return entries.first { $0.key.text == key || $0.key.text == key + "?" }
    }
}
