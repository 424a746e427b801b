import CharterContract

extension PublicationFolder {
    /// The document of a release, as it was published; nil where there is no such release.
    ///
    /// - Parameters:
    ///   - api: The name of the API.
    ///   - version: The version, `MAJOR.MINOR.PATCH`.
    /// - Throws: ``PublicationFault`` if something that was published of the API is no longer what it was, or cannot be read.
    package func document(of api: String, version: String) throws(PublicationFault) -> String? {
        let folder = Release.folder(of: api)
        let published = try PublishedAPI(folder, in: self)
        guard published.damages.isEmpty else { throw .refused(published.damages.map(PublicationFault.Refusal.folder)) }
        guard published.releases.contains(where: { $0.version.rawValue == version }) else { return nil }
        let path = Self.document(in: folder, version)
        guard let bytes = try file(path) else { return nil }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw .refused([.folder("\(self.path(path)) is no text in UTF-8: take it back from version control or a backup")])
        }
        return text
    }

    /// Where the document of a release stands, whether or not it is there.
    ///
    /// - Parameters:
    ///   - api: The name of the API.
    ///   - version: The version, `MAJOR.MINOR.PATCH`.
    package func path(ofDocument api: String, version: String) -> String {
        path(Self.document(in: Release.folder(of: api), version))
    }

    private static func document(in folder: String, _ version: String) -> String {
        "\(folder)/\(version)/\(PublishedRelease.documentName)"
    }
}
