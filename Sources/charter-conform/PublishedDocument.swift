import CharterContract
import CharterPublishing
import CharterRuntime

/// The published OpenAPI document, with which the description that an API serves is compared.
struct PublishedDocument {
    /// The folder beside a contract into which its releases are published, where servers are to show them.
    private static let folder = "published"

    let bytes: [UInt8]
    /// Where it was found; nil where it was named.
    let place: String?

    /// The document that was named, or else the one that `charter publish` has written beside the contract; nil where there is none.
    ///
    /// Does not return where what was published is damaged, or cannot be read.
    init?(named path: String?, of api: APIDescription, contract: String) throws {
        if let path {
            self.init(bytes: try Console.read(path), place: nil)
        } else if api.describedAt != nil {
            let above = contract.lastIndex(of: "/").map { contract[...$0] } ?? ""
            let root = PublicationFolder(path: above + Self.folder)
            guard let text = try Self.text(of: api, in: root) else { return nil }
            self.init(bytes: Array(text.utf8), place: root.path(ofDocument: api.name, version: api.version))
        } else {
            return nil
        }
    }

    private init(bytes: [UInt8], place: String?) {
        self.bytes = bytes
        self.place = place
    }

    private static func text(of api: APIDescription, in root: PublicationFolder) throws -> String? {
        do throws(PublicationFault) {
            return try root.document(of: api.name, version: api.version)
        } catch {
            switch error {
            case .refused(let refusals):
                let reasons = refusals.map { refusal in
                    switch refusal {
                    case .contract(let diagnostic): diagnostic.message
                    case .folder(let message): message
                    }
                }
                Console.stop("\(reasons.joined(separator: "; ")); or name another document with --document")
            case .impossible(let message): Console.stop(message)
            }
        }
    }
}
