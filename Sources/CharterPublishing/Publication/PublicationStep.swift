/// One change of the folder of all releases; none depends on a later one, so a run may be cut off behind each.
enum PublicationStep: Hashable {
    /// Makes the folder of a version, with its files by name.
    case addRelease(String, files: [String: [UInt8]])
    /// Writes a file that follows from the releases.
    case replace(String, with: [UInt8])
}
