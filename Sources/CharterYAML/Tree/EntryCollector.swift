/// Collects the entries of one mapping: knows the keys given so far, and splices in what `<<` merges.
struct EntryCollector {
    private var entries: [YAMLEntry] = []
    /// Which of the entries came by a merge, in order.
    private var merged: [Range<Int>] = []
    private var places: [String: SourceSpan] = [:]

    /// Notes a key, or tells where it was given before.
    mutating func reserve(_ key: YAMLKey) -> SourceSpan? {
        if let first = places[key.text] { return first }
        places[key.text] = key.span
        return nil
    }

    /// Appends an entry whose key is reserved.
    mutating func append(_ entry: YAMLEntry) {
        entries.append(entry)
    }

    /// Merges a mapping at this place.
    mutating func merge(_ mapping: [YAMLEntry]) {
        merged.append(entries.count..<entries.count + mapping.count)
        entries += mapping
    }

    /// All entries in order: own keys win over merged ones, and the mapping merged first over later ones.
    var spliced: [YAMLEntry] {
        guard !merged.isEmpty else { return entries }
        var taken = Set(places.keys)
        var result: [YAMLEntry] = []
        var next = 0
        for range in merged {
            result += entries[next..<range.lowerBound]
            result += entries[range].filter { taken.insert($0.key.text).inserted }
            next = range.upperBound
        }
        return result + entries[next...]
    }
}
