import CharterContract
import Foundation

/// The list of an API's releases, `<api>/index.json`.
///
/// The newest stands first: it is what most readers look for. Paths are relative to the index.
struct APIIndex: Hashable {
    static let fileName = "index.json"

    var api: String
    var title: String?
    /// The releases, the newest first.
    var releases: [PublishedRelease]

    init(api: String, title: String?, releases: [PublishedRelease]) {
        self.api = api
        self.title = title
        self.releases = releases.sorted { $0.version > $1.version }
    }

    /// Reads an index; nil if it is damaged, or the index of something else.
    init?(_ bytes: [UInt8]) {
        struct Contents: Decodable {
            struct Entry: Decodable {
                var version: String
                var sha256: String
            }
            var index: Int
            var api: String
            var title: String?
            var releases: [Entry]
        }
        guard let contents = try? JSONDecoder().decode(Contents.self, from: Data(bytes)), contents.index == 1 else { return nil }
        let releases = contents.releases.compactMap { entry in
            ReleaseVersion(entry.version).map { PublishedRelease(version: $0, digest: entry.sha256) }
        }
        guard releases.count == contents.releases.count else { return nil }
        self.init(api: contents.api, title: contents.title, releases: releases)
    }

    var text: String {
        let json: OrderedJSON = [
            "index": 1,
            "api": .string(api),
            "title": title.map(OrderedJSON.string),
            "latest": releases.first.map { .string($0.version.description) },
            "releases": .array(releases.map(entry)),
        ]
        return json.prettyText
    }

    private func entry(_ release: PublishedRelease) -> OrderedJSON {
        [
            "version": .string(release.version.description),
            "path": .string("\(release.version)/\(PublishedRelease.documentName)"),
            "sha256": .string(release.digest),
        ]
    }
}
