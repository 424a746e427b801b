/// A key with its value.
package struct YAMLEntry: Hashable, Sendable {
    /// The key.
    package var key: YAMLKey
    /// The value.
    ///
    /// For an entry that came by a merge, its `alias` is the place of the merged `*name`.
    package var value: YAMLNode

    /// Makes an entry.
    package init(key: YAMLKey, value: YAMLNode) {
        self.key = key
        self.value = value
    }
}
