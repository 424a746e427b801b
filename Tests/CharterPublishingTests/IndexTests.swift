import CharterContract
import Testing

@testable import CharterPublishing

@Suite("An index")
struct IndexTests {
    static let digest = String(repeating: "a", count: 64)

    @Test("of an API lists the newest release first")
    func api() throws {
        let index = try Self.index("Shop", title: nil, ["1.9.0", "1.10.0"])
        #expect(
            String(decoding: index.bytes, as: UTF8.self) == """
                {
                  "index": 1,
                  "api": "Shop",
                  "latest": "1.10.0",
                  "releases": [
                    {
                      "version": "1.10.0",
                      "path": "1.10.0/openapi.json",
                      "sha256": "\(Self.digest)"
                    },
                    {
                      "version": "1.9.0",
                      "path": "1.9.0/openapi.json",
                      "sha256": "\(Self.digest)"
                    }
                  ]
                }

                """
        )
        #expect(APIIndex(index.bytes) == index)
    }

    @Test("of all APIs lists them by name")
    func root() throws {
        let shop = try Self.index("Shop", title: "Shop \\\"API\\\"", ["1.0.0"])
        let apis = try ["shop": shop, "library": Self.index("Library", title: nil, ["1.0.0"])]
        let bytes = RootIndex(apis: apis).bytes
        #expect(
            String(decoding: bytes, as: UTF8.self) == """
                {
                  "index": 1,
                  "apis": [
                    {
                      "api": "Library",
                      "latest": "1.0.0",
                      "path": "library/openapi.json",
                      "releases": "library/index.json"
                    },
                    {
                      "api": "Shop",
                      "title": "Shop \\"API\\"",
                      "latest": "1.0.0",
                      "path": "shop/openapi.json",
                      "releases": "shop/index.json"
                    }
                  ]
                }

                """
        )
        #expect(RootIndex.isOne(bytes))
        #expect(APIIndex(bytes) == nil)
    }

    @Test(
        "is none",
        arguments: [
            "", "{", "{}", "[]", "{\"index\": 2, \"api\": \"Shop\", \"releases\": [], \"apis\": []}",
            "{\"api\": \"Shop\", \"releases\": [], \"apis\": []}",
            "{\"index\": 1, \"api\": \"Shop\", \"releases\": [{\"version\": \"../1\", \"sha256\": \"\"}]}",
            "{\"index\": 1, \"apis\": [{\"name\": \"Shop\"}]}",
        ]
    )
    func damaged(_ text: String) {
        #expect(APIIndex(Array(text.utf8)) == nil)
        #expect(!RootIndex.isOne(Array(text.utf8)))
    }

    /// - Parameter title: as JSON writes it.
    private static func index(_ api: String, title: String?, _ versions: [String]) throws -> APIIndex {
        let latest = title.map { "{\"info\": {\"title\": \"\($0)\"}}" } ?? "{}"
        let releases = try versions.map { PublishedRelease(version: try #require(ReleaseVersion(rawValue: $0)), sha256: digest) }
        return APIIndex(api: api, latest: Array(latest.utf8), releases: releases)
    }
}
