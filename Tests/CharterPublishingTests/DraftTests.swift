import CharterContract
import Foundation
import Testing

@testable import CharterPublishing

@Suite("A draft")
struct DraftTests {
    @Test("is hidden, beside its place, and nobody else's", arguments: ["shop", "a/index.json"])
    func name(_ name: String) throws {
        let folder = try TemporaryFolder()
        let place = folder.url.appendingPathComponent(name)
        try FileManager.default.createDirectory(at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
        var drafts: Set<URL> = []
        for text in ["one", "two"] {
            try Draft.place(at: place.path) { draft in
                drafts.insert(URL(fileURLWithPath: draft))
                try Data(text.utf8).write(to: URL(fileURLWithPath: draft))
            }
        }
        #expect(drafts.count == 2)
        for draft in drafts {
            #expect(draft.deletingLastPathComponent().path == place.deletingLastPathComponent().path)
            #expect(Draft.isDraft(draft.lastPathComponent))
            #expect(!FileManager.default.fileExists(atPath: draft.path))
        }
        #expect(try String(contentsOf: place, encoding: .utf8) == "two")
    }

    @Test("goes away where it cannot be finished, or its place cannot be had, and says why")
    func failing() throws {
        let folder = try TemporaryFolder()
        try folder.write("mine", to: "shop/mine")
        let place = folder.url.appendingPathComponent("published/shop").path
        let fault = #expect(throws: (any Error).self) { try replaceFile(at: place, with: [1]) }
        #expect(fault?.reason == "Is a directory")
        #expect(throws: CancellationError.self) {
            try Draft.place(at: place) { draft in
                try Data().write(to: URL(fileURLWithPath: draft))
                throw CancellationError()
            }
        }
        #expect(try folder.paths() == ["shop", "shop/mine"])
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
