extension Sequence {
    /// The elements by a key; of those that share one, which a rule has a word for, the first.
    package func keyed<Key: Hashable>(by key: (Element) -> Key) -> [Key: Element] {
        Dictionary(map { (key($0), $0) }) { first, _ in first }
    }
}
