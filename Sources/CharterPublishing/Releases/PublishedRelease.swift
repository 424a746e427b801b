import CharterContract

/// A version that lies in its folder as it was published.
struct PublishedRelease: Hashable {
    /// The file that every release has.
    static let documentName = "openapi.json"

    let version: ReleaseVersion
    /// The SHA-256 of its document.
    let digest: String

    /// The files of a release's folder, by name.
    static func files(document: [UInt8], digest: String) -> [String: [UInt8]] {
        [
            documentName: document,
            ChecksumList.fileName: Array(ChecksumList(digests: [documentName: digest]).text.utf8),
        ]
    }
}
