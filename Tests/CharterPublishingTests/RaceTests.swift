import Foundation
import Testing

@testable import CharterPublishing

@Suite("Two publishers at once")
struct RaceTests {
    /// Where a file system has no locks, both can have made their plans before one of them writes.
    @Test("do not take a release from each other", arguments: [[], ["1.0.0"]])
    func overtaken(_ before: [String]) throws {
        let folder = try TemporaryFolder()
        for version in before { _ = try publish([release(version)], to: folder.root) }
        let slow = try PublicationPlan(release("Shop", "1.1.0", "{\"slow\": 1}"), in: folder.root, rootIndex: nil)
        _ = try publish([release("Shop", "1.1.0", "{\"fast\": 1}")], to: folder.root)
        let paths = try folder.paths()
        #expect(try slow.write(to: folder.root) == nil)
        #expect(try folder.paths() == paths, "drafts are gone")
        #expect(try folder.text("shop/openapi.json") == "{\"fast\": 1}")
        let again = try PublicationPlan(slow.release, in: folder.root, rootIndex: nil)
        #expect(again.refusals.count == 1)
    }

    @Test("keep each other out of the folder until they end")
    func lock() throws {
        let folder = try TemporaryFolder()
        var first: FolderLock? = try folder.root.locked()
        #expect(first?.isHeld == true)
        let other = open(folder.root.shownPath, O_RDONLY)
        defer { close(other) }
        #expect(flock(other, LOCK_SH | LOCK_NB) == -1)
        first = nil
        #expect(flock(other, LOCK_EX | LOCK_NB) == 0)
    }
}
