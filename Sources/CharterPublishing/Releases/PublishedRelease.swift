/// A version that lies in its folder as it was published.
struct PublishedRelease: Hashable, Decodable {
    /// The file that every release has.
    static let documentName = "openapi.json"
    /// The file that holds the digest of the document.
    static let checksumsName = "SHA256SUMS"

    let version: ReleaseVersion
    /// The digest of the document.
    let sha256: String

    /// The text of the checksums, as `sha256sum -c` reads it.
    static func checksums(_ sha256: String) -> [UInt8] {
        Array("\(sha256)  \(documentName)\n".utf8)
    }
}
