import CharterContract
import Foundation

/// The list of an API's releases, `<api>/index.json`; its paths are relative to it.
struct APIIndex: Hashable, Decodable {
    var api: String
    /// The title of the latest release.
    var title: String?
    /// The newest stands first: it is what most readers look for.
    var releases: [PublishedRelease]

    /// - Parameters:
    ///   - latest: the document of the latest release.
    ///   - releases: the releases in any order.
    init(api: String, latest: [UInt8], releases: [PublishedRelease]) {
        struct Document: Decodable {
            struct Info: Decodable { var title: String }
            var info: Info
        }
        self.api = api
        title = try? JSONDecoder().decode(Document.self, from: Data(latest)).info.title
        self.releases = releases.sorted { $0.version > $1.version }
    }

    /// Reads an index; nil if it is damaged, or the index of something else.
    init?(_ bytes: [UInt8]) {
        guard let index = IndexFile.contents(of: bytes, as: Self.self) else { return nil }
        self = index
    }

    var bytes: [UInt8] {
        IndexFile.bytes([
            "api": .string(api),
            "title": title.map(OrderedJSON.string),
            "latest": releases.first.map { .string($0.version.description) },
            "releases": .array(releases.map(entry)),
        ])
    }

    private func entry(_ release: PublishedRelease) -> OrderedJSON {
        [
            "version": .string(release.version.description),
            "path": .string("\(release.version)/\(PublishedRelease.documentName)"),
            "sha256": .string(release.sha256),
        ]
    }
}
