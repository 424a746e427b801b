import Foundation
import GoldenFiles
import Testing

@Suite("charter publish")
struct PublishTests {
    @Test("makes a release, the copy of the latest one, and the indexes")
    func first() async throws {
        let workspace = try Workspace("shop")
        try await workspace.charter("generate")
        let run = try await workspace.charter("publish", "spec/shop.yaml", "--to", "published")
        #expect(run.ending == .holds)
        #expect(run.output == "published/shop/1.0.0: published\npublished/index.json: updated\n")
        #expect(run.errors.isEmpty)
        let files = try workspace.files(below: "published")
        #expect(
            files.keys.sorted() == [
                "index.json", "shop/1.0.0/SHA256SUMS", "shop/1.0.0/openapi.json", "shop/index.json", "shop/openapi.json",
            ]
        )
        let document = try workspace.text("Generated/Shop/openapi.json")
        #expect(try workspace.text("published/shop/1.0.0/openapi.json") == document)
        #expect(try workspace.text("published/shop/openapi.json") == document)
        try GoldenFile("cases/publish/index.json").expect(workspace.text("published/index.json"))
    }

    @Test("gives the document's digest in the release and in the index")
    func digest() async throws {
        let workspace = try Workspace("shop")
        try await workspace.publishShop("1.0.0")
        let sums = try workspace.text("published/shop/1.0.0/SHA256SUMS")
        let digest = try #require(sums.wholeMatch(of: /([0-9a-f]{64})  openapi\.json\n/)?.output.1)
        // The digest itself changes with every word of the document.
        let index = try workspace.text("published/shop/index.json").replacingOccurrences(of: digest, with: "(digest)")
        try GoldenFile("cases/publish/shop-index.json").expect(index)
    }

    @Test(
        "touches no file the second time, nor the folder",
        arguments: ["published", "published/", "./published", "deep/er/published", "./not/../published"]
    )
    func again(_ folder: String) async throws {
        let workspace = try Workspace("shop", "library")
        try await workspace.charter("publish", "--to", folder)
        let before = try (workspace.files(), FileState(workspace.url(folder)), FileState(workspace.url("\(folder)/shop")))
        let run = try await workspace.charter("publish", "--to", folder)
        #expect(run.ending == .holds)
        #expect(run.output.hasSuffix("published/shop/1.0.0: already published, nothing to do\n"))
        #expect(run.errors.isEmpty)
        #expect(try workspace.files() == before.0)
        #expect(try FileState(workspace.url(folder)) == before.1)
        #expect(try FileState(workspace.url("\(folder)/shop")) == before.2)
    }

    @Test("adds the next version beside the others, which stay untouched", arguments: ["1.0.1", "1.1.0", "2.0.0", "10.0.0"])
    func next(_ version: String) async throws {
        let workspace = try Workspace("shop")
        try await workspace.publishShop("1.0.0")
        let before = try workspace.files(below: "published/shop/1.0.0")
        let run = try await workspace.publishShop(version)
        #expect(run.ending == .holds)
        #expect(run.output == "published/shop/\(version): published\npublished/index.json: updated\n")
        #expect(try workspace.files(below: "published/shop/1.0.0") == before)
        #expect(try workspace.text("published/shop/openapi.json").contains("\"version\": \"\(version)\""))
        #expect(try workspace.text("published/index.json").contains("\"latest\": \"\(version)\""))
    }

    @Test("touches nothing where an older version, which is published already, is published again")
    func older() async throws {
        let workspace = try Workspace("shop")
        for version in ["1.0.0", "1.1.0", "2.0.0"] { try await workspace.publishShop(version) }
        let before = try workspace.files(below: "published")
        for version in ["1.0.0", "1.1.0"] {
            let run = try await workspace.publishShop(version)
            #expect(run.ending == .holds)
            #expect(run.output == "published/shop/\(version): already published, nothing to do\n")
        }
        #expect(try workspace.files(below: "published") == before)
    }

    @Test("puts versions in order by their numbers, the newest first")
    func order() async throws {
        let workspace = try Workspace("shop")
        let versions = ["1.0.0", "1.9.0", "1.10.0", "1.10.9", "1.10.10", "1.10.99999999999999999999", "1.10.100000000000000000000"]
        for version in versions { #expect(try await workspace.publishShop(version).ending == .holds, "\(version)") }
        let index = try workspace.text("published/shop/index.json")
        let paths = index.matches(of: /"path": "(.+)\/openapi\.json"/).map { String($0.output.1) }
        #expect(paths == versions.reversed())
    }

    @Test("lists each API under its own folder")
    func several() async throws {
        let workspace = try Workspace("shop", "library")
        try workspace.edit("spec/library.yaml", "api: Library", "api: CityLibraryV2")
        try await workspace.charter("publish", "spec/shop.yaml", "--to", "published")
        let shop = try workspace.files(below: "published/shop")
        let run = try await workspace.charter("publish", "spec/library.yaml", "--to", "published")
        #expect(run.output == "published/city-library-v2/1.0.0: published\npublished/index.json: updated\n")
        #expect(try workspace.files(below: "published/shop") == shop)
        try GoldenFile("cases/publish/two-apis.json").expect(workspace.text("published/index.json"))
    }

    @Test("writes the same wherever it runs, and whatever was published in between")
    func place() async throws {
        let (one, two) = (try Workspace("shop", "library"), try Workspace("shop", "library", named: "Übung 1 – 日本"))
        try await one.charter("publish", "--to", "published")
        try await two.charter("publish", two.url("spec/shop.yaml").path, "--to", two.url("published").path)
        try await two.charter("publish", "../spec/library.yaml", "--to", "../published", in: "spec")
        #expect(try one.files(below: "published").mapValues(\.bytes) == two.files(below: "published").mapValues(\.bytes))
    }

    @Test("says nothing but errors with --quiet")
    func quiet() async throws {
        let workspace = try Workspace("shop")
        let run = try await workspace.charter("publish", "--to", "published", "--quiet")
        #expect(run.ending == .holds)
        #expect(run.output.isEmpty && run.errors.isEmpty)
    }

    @Test("needs the name of a folder, and has no way to force it", arguments: [[], ["--to"], ["--to", ""], ["--to", "x", "--force"]])
    func usage(_ arguments: [String]) async throws {
        let workspace = try Workspace("shop")
        let run = try await workspace.charter(["publish"] + arguments)
        #expect(run.ending == .wrongUsage)
        #expect(run.output.isEmpty)
        #expect(run.errors.contains("Usage: charter publish "))
        #expect(try workspace.files().keys.sorted() == ["spec/shop.yaml"])
    }
}
