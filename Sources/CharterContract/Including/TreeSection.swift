import CharterYAML

/// A top-level key, whose map or list grows with each file that says more of it.
struct TreeSection {
    private let first: YAMLEntry
    private var isGrown = false
    /// What the map holds, and where each of its keys stands.
    private var entries: [YAMLEntry] = []
    private var places: [String: SourceSpan] = [:]
    /// What the list holds.
    private var elements: [YAMLNode] = []

    init(_ entry: YAMLEntry) {
        first = entry
    }

    /// The key with all that was said of it.
    var entry: YAMLEntry {
        guard isGrown else { return first }
        var entry = first
        entry.value = first.value.withMarkBelow
        switch entry.value.kind {
        case .mapping: entry.value.kind = .mapping(entries)
        case .sequence: entry.value.kind = .sequence(elements)
        case .scalar: break
        }
        return entry
    }

    /// Adds what another file says of the key.
    ///
    /// - Returns: the keys that another file has given already, each with the place where it did; they are not added.
    mutating func add(_ other: YAMLEntry) -> [(key: YAMLKey, first: SourceSpan)] {
        begin()
        switch (first.value.kind, other.value.kind) {
        case (.mapping, .mapping(let added)):
            let known = added.compactMap { entry in places[entry.key.text].map { (key: entry.key, first: $0) } }
            let new = added.filter { places[$0.key.text] == nil }
            entries += new
            for entry in new { places[entry.key.text] = entry.key.span }
            return known
        case (.sequence, .sequence(let added)):
            elements += added
            return []
        default: return [(other.key, first.key.span)]
        }
    }

    /// Takes over what the first file says.
    private mutating func begin() {
        guard !isGrown else { return }
        isGrown = true
        switch first.value.withMarkBelow.kind {
        case .mapping(let own):
            entries = own
            places = own.keyed(by: \.key.text).mapValues(\.key.span)
        case .sequence(let own): elements = own
        case .scalar: break
        }
    }
}
