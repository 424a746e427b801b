/// How large a YAML file may be.
package struct YAMLLimits: Hashable, Sendable {
    /// The most bytes of a file.
    package var maximumBytes: Int
    /// The most lists and mappings inside one another, aliases expanded.
    package var maximumDepth: Int
    /// The most keys and values of a document, aliases expanded.
    package var maximumNodes: Int

    /// 16 MiB, 64 levels and a million nodes: far beyond any contract, yet refused or read within seconds.
    ///
    /// A million nodes seldom fit into less.
    package static let standard = YAMLLimits()

    /// Makes limits; what is not given is as in `standard`.
    package init(maximumBytes: Int = 16 << 20, maximumDepth: Int = 64, maximumNodes: Int = 1_000_000) {
        self.maximumBytes = maximumBytes
        self.maximumDepth = maximumDepth
        self.maximumNodes = maximumNodes
    }
}
