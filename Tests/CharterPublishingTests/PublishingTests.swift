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

    @Test("refuses an API whose folder another one has")
    func sharedFolder() throws {
        let folder = try TemporaryFolder()
        _ = try publish([release("HTTPStatus", "1.0.0")], to: folder.root)
        let before = try folder.files()
        let refusals = try refusals { _ = try publish([release("HttpStatus", "2.0.0")], to: folder.root) }
        #expect(refusals == ["spec/HttpStatus.yaml:2 api-folder-taken"])
        #expect(try folder.files() == before)
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

    @Test("lists what other folders say of themselves, and looks at nothing else in them")
    func survey() throws {
        let folder = try TemporaryFolder()
        _ = try publish([release("Shop", "1.0.0"), release("Library", "1.0.0")], to: folder.root)
        let index = try folder.text("index.json")
        try folder.write("{\"name\": \"my web site\"}", to: "site/index.json")
        try folder.write("mine", to: "mine/1.0.0/openapi.json")
        try folder.write("mine", to: "readme.md")
        let report = try publish([release("Shop", "1.0.0")], to: folder.root)
        #expect(report.warnings.isEmpty && report.changedIndex == nil)
        #expect(try folder.text("index.json") == index)
    }

    @Test("warns of an API that it cannot list, until its contract is published again")
    func damagedIndex() throws {
        let folder = try TemporaryFolder()
        _ = try publish([release("Shop", "1.0.0"), release("Library", "1.0.0")], to: folder.root)
        let index = try folder.text("index.json")
        try folder.write("{\"index\": 1", to: "library/index.json")
        let report = try publish([release("Shop", "1.0.0")], to: folder.root)
        let omission = "\(folder.root.path("index.json")) leaves out \(folder.root.path("library"))"
        #expect(report.warnings == ["\(omission), since its index.json is damaged: publish its contract again"])
        #expect(try publish([release("Library", "1.0.0")], to: folder.root).warnings.isEmpty)
        #expect(try folder.text("index.json") == index)
    }

    /// The superuser may read everything.
    @Test("warns of a folder that it may not read, and publishes all the same", .enabled(if: geteuid() != 0))
    func unreadableFolder() throws {
        let folder = try TemporaryFolder()
        try folder.write("mine", to: "private/mine")
        let path = folder.root.path("private")
        try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: path)
        defer { try? FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: path) }
        let report = try publish([release("1.0.0")], to: folder.root)
        let reason = "\(path)/index.json cannot be read: Permission denied: run this as a user who may"
        #expect(report.warnings == ["\(folder.root.path("index.json")) leaves out \(path): \(reason)"])
        #expect(report.publications.map(\.isNew) == [true])
    }

    @Test("takes the title of an API from its latest release, whichever is published")
    func title() throws {
        let folder = try TemporaryFolder()
        for version in ["1.0.0", "2.0.0"] { _ = try publish([release(version)], to: folder.root) }
        let files = try folder.files()
        for path in ["shop/openapi.json", "shop/index.json", "index.json"] {
            try folder.delete(path)
            let report = try publish([release("1.0.0")], to: folder.root)
            #expect(report.publications.map(\.isNew) == [false])
            #expect(try folder.files() == files, "\(path)")
        }
        #expect(try folder.text("index.json").contains("\"title\": \"Shop 2.0.0\""))
    }
}
