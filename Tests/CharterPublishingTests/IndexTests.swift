import Testing

@testable import CharterPublishing

@Suite("An index")
struct IndexTests {
    @Test("of an API lists the newest release first")
    func api() throws {
        let digest = String(repeating: "a", count: 64)
        let releases = try ["1.9.0", "1.10.0"].map { PublishedRelease(version: try #require(ReleaseVersion($0)), digest: digest) }
        let index = APIIndex(api: "Shop", title: nil, releases: releases)
        #expect(
            index.text == """
                {
                  "index": 1,
                  "api": "Shop",
                  "latest": "1.10.0",
                  "releases": [
                    {
                      "version": "1.10.0",
                      "path": "1.10.0/openapi.json",
                      "sha256": "\(digest)"
                    },
                    {
                      "version": "1.9.0",
                      "path": "1.9.0/openapi.json",
                      "sha256": "\(digest)"
                    }
                  ]
                }

                """
        )
        #expect(APIIndex(Array(index.text.utf8)) == index)
    }

    @Test("of all APIs lists them by name")
    func root() throws {
        let version = try #require(ReleaseVersion("1.0.0"))
        let index = RootIndex(entries: [
            RootIndex.Entry(api: "Shop", title: "Shop \"API\"", latest: version, folder: "shop"),
            RootIndex.Entry(api: "Library", title: nil, latest: version, folder: "library"),
        ])
        #expect(
            index.text == """
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
        #expect(RootIndex(Array(index.text.utf8)) == index)
    }

    @Test(
        "is none",
        arguments: [
            "", "{", "{}", "[]", "{\"index\": 2, \"api\": \"Shop\", \"releases\": [], \"apis\": []}",
            "{\"index\": 1, \"api\": \"Shop\", \"releases\": [{\"version\": \"../1\", \"sha256\": \"\"}]}",
            "{\"index\": 1, \"apis\": [{\"api\": \"Shop\", \"latest\": \"newest\", \"path\": \"shop/openapi.json\"}]}",
        ]
    )
    func damaged(_ text: String) {
        #expect(APIIndex(Array(text.utf8)) == nil)
        #expect(RootIndex(Array(text.utf8)) == nil)
    }
}
