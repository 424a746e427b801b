extension Sequence where Element: Hashable {
    /// The elements without those that stood before.
    package var uniqued: [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
