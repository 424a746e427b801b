import Foundation
import Testing

@testable import CharterPublishing

@Suite("Publishing")
struct PublishingTests {
    @Test("makes the folder of a release, the copy of the latest one, and the indexes")
    func first() throws {
        let folder = try TemporaryFolder()
        let report = try publish([release("1.0.0")], to: folder.root)
        #expect(report.publications.map(\.isNew) == [true])
        #expect(
            try folder.paths() == [
                "index.json", "shop", "shop/1.0.0", "shop/1.0.0/SHA256SUMS", "shop/1.0.0/openapi.json", "shop/index.json",
                "shop/openapi.json",
            ]
        )
        #expect(try folder.text("shop/openapi.json") == folder.text("shop/1.0.0/openapi.json"))
    }

    @Test("refuses two APIs of one folder, in one run and in two")
    func sharedFolder() throws {
        let folder = try TemporaryFolder()
        let both = try [release("HTTPStatus", "1.0.0"), release("HttpStatus", "1.0.0")]
        #expect(try refusals { _ = try publish(both, to: folder.root) } == ["spec/HttpStatus.yaml:2 api-folder-taken"])
        #expect(!FileManager.default.fileExists(atPath: folder.root.shownPath))
        _ = try publish([both[0]], to: folder.root)
        #expect(try refusals { _ = try publish([both[1]], to: folder.root) } == ["spec/HttpStatus.yaml:2 api-folder-taken"])
        // The index of all APIs knows the name too.
        try folder.write("damaged", to: "http-status/index.json")
        #expect(try refusals { _ = try publish([both[1]], to: folder.root) } == ["spec/HttpStatus.yaml:2 api-folder-taken"])
        _ = try publish([both[0]], to: folder.root)
        #expect(try folder.text("http-status/index.json").contains("\"api\": \"HTTPStatus\""))
    }

    @Test("gives every reason to refuse at once, and writes nothing")
    func refusesAll() throws {
        let folder = try TemporaryFolder()
        _ = try publish([release("Shop", "1.0.0"), release("Library", "2.0.0")], to: folder.root)
        let before = try folder.paths()
        let releases = try [release("Shop", "1.0.0", "{}"), release("Library", "1.9.9"), release("Archive", "1.0.0")]
        #expect(
            try refusals { _ = try publish(releases, to: folder.root) } == [
                "spec/Shop.yaml:4 version-already-published", "spec/Library.yaml:4 version-went-backwards",
            ]
        )
        #expect(try folder.paths() == before)
    }

    @Test("lists an API whose own index is missing as before, and warns of one whose name nothing tells")
    func namelessFolder() throws {
        let folder = try TemporaryFolder()
        _ = try publish([release("Shop", "1.0.0"), release("Library", "1.0.0")], to: folder.root)
        let index = try folder.text("index.json")
        try FileManager.default.removeItem(atPath: folder.root.path("library/index.json"))
        #expect(try publish([release("Shop", "1.0.0")], to: folder.root).warnings.isEmpty)
        #expect(try folder.text("index.json") == index)
        try FileManager.default.removeItem(atPath: folder.root.path("index.json"))
        let report = try publish([release("Shop", "1.0.0")], to: folder.root)
        let library = folder.root.path("library")
        let warning = "\(library) holds releases, but \(library)/index.json does not say of which API: publish its contract again"
        #expect(report.warnings == [warning])
        _ = try publish([release("Library", "1.0.0")], to: folder.root)
        #expect(try folder.text("index.json") == index)
    }
}
