import CharterContract
import CharterOpenAPI

/// What is to be published of one API.
package struct Release: Sendable {
    /// The API's name.
    package let api: Located<String>
    /// The version, at its place in the contract.
    package let version: Located<ReleaseVersion>
    /// The text of `openapi.json`.
    package let document: [UInt8]
    /// The digest of the document.
    package let sha256: String

    package init(api: Located<String>, version: Located<ReleaseVersion>, document: [UInt8]) {
        self.api = api
        self.version = version
        self.document = document
        sha256 = SHA256.hexDigest(of: document)
    }

    /// Builds the document of a contract without errors.
    package init(_ contract: Contract, _ api: ResolvedAPI) {
        let version = contract.version.map { text in
            guard let version = ReleaseVersion(rawValue: text) else {
                preconditionFailure("the reader of contracts let '\(text)' through")
            }
            return version
        }
        self.init(api: contract.api, version: version, document: Array(OpenAPIDocument(api).text.utf8))
    }

    /// The API's folder below that of all releases: `raven-cloud` for `RavenCloud`.
    package var folder: String {
        Self.folder(of: api.value)
    }

    /// The folder of the API of that name.
    static func folder(of api: String) -> String {
        IdentifierWords(api).kebab
    }

    /// The files of the version's folder, by name.
    var files: [String: [UInt8]] {
        [PublishedRelease.documentName: document, PublishedRelease.checksumsName: PublishedRelease.checksums(sha256)]
    }
}
