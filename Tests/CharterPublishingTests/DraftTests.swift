import Foundation
import Testing

@testable import CharterPublishing

@Suite("A draft")
struct DraftTests {
    @Test("is hidden, beside its place, and nobody else's", arguments: ["published/shop", "/published/shop/1.0.0", "shop"])
    func name(_ path: String) {
        let (one, two) = (Draft.path(beside: path), Draft.path(beside: path))
        #expect(one != two)
        let (folder, name) = ((path as NSString).deletingLastPathComponent, (one as NSString).lastPathComponent)
        #expect((one as NSString).deletingLastPathComponent == folder)
        #expect(name.hasPrefix(".\((path as NSString).lastPathComponent).draft-"))
        #expect(Draft.isDraft(name))
    }

    @Test(
        "is told from other hidden files",
        arguments: [".draft", ".shop.draft", ".shop.draft-", ".shop.draft-1", ".git", "shop.draft-B6A3E0A4-6B0B-4B0E-9A5B-0C3A5B0D1E2F"]
    )
    func other(_ name: String) {
        #expect(!Draft.isDraft(name))
    }

    @Test("left behind is deleted, where the release goes and beside its API's folder, and other files stay")
    func leftover() throws {
        let folder = try TemporaryFolder()
        _ = try publish([release("1.0.0")], to: folder.root)
        let before = try folder.paths()
        let id = UUID().uuidString
        try folder.write("{", to: ".index.json.draft-\(id)")
        try folder.write("{", to: ".library.draft-\(id)/1.0.0/openapi.json")
        try folder.write("{", to: "shop/.1.1.0.draft-\(id)/openapi.json")
        try folder.write("mine", to: "shop/.draft-mine")
        try folder.write("mine", to: ".git/config")
        let report = try publish([release("1.0.0")], to: folder.root)
        #expect(report.publications.map(\.isNew) == [false])
        #expect(try folder.paths() == (before + [".git", ".git/config", "shop/.draft-mine"]).sorted())
    }
}
