/// What was done, and what else was seen.
package struct PublicationReport: Hashable, Sendable {
    /// One for each release, in their order.
    package var publications: [Publication]
    /// The index of all APIs, as messages show it, where it changed.
    package var changedIndex: String?
    /// APIs that the index cannot list.
    package var warnings: [String]
}
