/// What became of a release.
package struct Publication: Hashable, Sendable {
    /// The folder of the version, as messages show it.
    package var path: String
    /// Whether it was not there before.
    package var isNew: Bool
    /// The copy and the index beside a release of old that were missing, stale or damaged, as messages show them.
    package var rewritten: [String]
}
