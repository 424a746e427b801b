import CharterContract
import Foundation

/// The list of the APIs in a folder, `index.json`, sorted by name; paths are relative to it.
struct RootIndex: Hashable {
    static let fileName = "index.json"

    /// One API.
    struct Entry: Hashable {
        var api: String
        var title: String?
        var latest: ReleaseVersion
        /// The name of its folder.
        var folder: String
    }

    var entries: [Entry]

    init(entries: [Entry]) {
        self.entries = entries.sorted { ($0.api, $0.folder) < ($1.api, $1.folder) }
    }

    /// Reads an index; nil if it is damaged, or the index of something else.
    init?(_ bytes: [UInt8]) {
        struct Contents: Decodable {
            struct Item: Decodable {
                var api: String
                var title: String?
                var latest: String
                var path: String
            }
            var index: Int
            var apis: [Item]
        }
        guard let contents = try? JSONDecoder().decode(Contents.self, from: Data(bytes)), contents.index == 1 else { return nil }
        let entries = contents.apis.compactMap { item in
            ReleaseVersion(item.latest).map { latest in
                Entry(api: item.api, title: item.title, latest: latest, folder: String(item.path.prefix { $0 != "/" }))
            }
        }
        guard entries.count == contents.apis.count else { return nil }
        self.init(entries: entries)
    }

    var text: String {
        let json: OrderedJSON = ["index": 1, "apis": .array(entries.map(Self.json))]
        return json.prettyText
    }

    private static func json(_ entry: Entry) -> OrderedJSON {
        [
            "api": .string(entry.api),
            "title": entry.title.map(OrderedJSON.string),
            "latest": .string(entry.latest.description),
            "path": .string("\(entry.folder)/\(PublishedRelease.documentName)"),
            "releases": .string("\(entry.folder)/\(APIIndex.fileName)"),
        ]
    }
}
