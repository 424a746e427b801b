import CharterContract
import CharterPublishing

/// What was published of the APIs whose servers show their own description.
enum PublishedDocuments {
    /// The folder beside a contract into which its releases are published, where servers are to show them.
    static let folder = "published"

    /// The documents of those APIs whose version was published, by the API's name.
    ///
    /// - Parameter contracts: The path of each API's contract.
    /// - Throws: ``Outcome`` if what was published is damaged, or cannot be read.
    static func texts(of apis: [ResolvedAPI], contracts: [String]) throws -> [String: String] {
        var texts: [String: String] = [:]
        for (api, contract) in zip(apis, contracts) where api.conventions.describedAt != nil {
            let root = PublicationFolder(path: contract.folderOfFile.path(to: folder))
            try Outcome.ofPublishing { () throws(PublicationFault) in
                texts[api.name] = try root.document(of: api.name, version: api.version)
            }
        }
        return texts
    }
}
