import CharterContract

/// The list of all APIs, `index.json`, made of their own indexes; its paths are relative to it.
struct RootIndex {
    /// The indexes of the APIs by the names of their folders.
    var apis: [String: APIIndex] = [:]

    var bytes: [UInt8] {
        let sorted = apis.sorted { ($0.value.api, $0.key) < ($1.value.api, $1.key) }
        return IndexFile.bytes(["apis": .array(sorted.map { entry($0.key, $0.value) })])
    }

    /// Whether a text is an index of APIs, whatever it lists.
    static func isOne(_ bytes: [UInt8]) -> Bool {
        struct Contents: Decodable {
            struct Entry: Decodable { var api, latest, path: String }
            var apis: [Entry]
        }
        return IndexFile.contents(of: bytes, as: Contents.self) != nil
    }

    private func entry(_ folder: String, _ index: APIIndex) -> OrderedJSON {
        [
            "api": .string(index.api),
            "title": index.title.map(OrderedJSON.string),
            "latest": index.releases.first.map { .string($0.version.description) },
            "path": .string("\(folder)/\(PublishedRelease.documentName)"),
            "releases": .string("\(folder)/\(IndexFile.name)"),
        ]
    }
}
