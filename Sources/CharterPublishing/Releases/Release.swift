import CharterContract
import CharterOpenAPI

/// What is to be published of one API.
package struct Release: Sendable {
    /// The API's name.
    package let api: Located<String>
    package let title: String
    /// The version, at its place in the contract.
    package let version: Located<ReleaseVersion>
    /// The text of `openapi.json`.
    package let document: [UInt8]
    /// The SHA-256 of the document.
    package let digest: String

    package init(api: Located<String>, title: String, version: Located<ReleaseVersion>, document: [UInt8]) {
        self.api = api
        self.title = title
        self.version = version
        self.document = document
        digest = SHA256.hexDigest(of: document)
    }

    /// Builds the document of a contract without errors.
    ///
    /// - Throws: ``PublicationFault`` if the version is none that can be put in order, which no contract without errors has.
    package init(_ contract: Contract, _ api: ResolvedAPI) throws(PublicationFault) {
        guard let version = ReleaseVersion(contract.version.value) else {
            let message = "'\(contract.version.value)' is no version"
            let help = "write MAJOR.MINOR.PATCH, such as 1.0.0"
            throw .refused([.contract(Diagnostic(.error, message, rule: "invalid-version", at: contract.version.span, help: help))])
        }
        self.init(
            api: contract.api,
            title: api.title,
            version: contract.version.map { _ in version },
            document: Array(OpenAPIDocument(api).text.utf8)
        )
    }

    /// The API's folder below that of all releases: `raven-cloud` for `RavenCloud`.
    package var folder: String {
        IdentifierWords(api.value).kebab
    }
}
