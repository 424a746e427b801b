import Foundation
import Testing

@testable import CharterPublishing

/// A crash between two steps is simulated by carrying out the steps before it alone.
@Suite("Publishing that was cut off")
struct InterruptedPublishingTests {
    @Test("is made good by the next run, wherever it was cut off", arguments: [[], ["1.0.0"], ["1.0.0", "1.1.0"]])
    func midway(_ before: [String]) throws {
        let whole = try TemporaryFolder()
        for version in before + ["2.0.0"] { _ = try publish([release(version)], to: whole.root) }
        let count = try Self.interrupted(before).1.steps.count
        #expect(count == 4)
        for done in 0...count {
            let (folder, plan) = try Self.interrupted(before)
            for step in plan.steps.prefix(done) { try folder.root.perform(step) }
            for (path, bytes) in try folder.files() where path.hasSuffix("openapi.json") {
                #expect(try whole.files().values.contains(bytes), "\(path) after \(done) steps")
            }
            _ = try publish([release("2.0.0")], to: folder.root)
            #expect(try folder.files() == whole.files(), "after \(done) steps")
        }
    }

    @Test("lists nothing that is not there yet")
    func order() throws {
        let (folder, plan) = try Self.interrupted(["1.0.0"])
        for step in plan.steps {
            try folder.root.perform(step)
            for (path, bytes) in try folder.files() where path.hasSuffix("index.json") {
                let text = String(decoding: bytes, as: UTF8.self)
                if text.contains("2.0.0") { #expect(try folder.text("shop/openapi.json").contains("2.0.0"), "\(path)") }
            }
        }
    }

    /// A folder with these versions, and the plan to publish 2.0.0 there.
    private static func interrupted(_ before: [String]) throws -> (TemporaryFolder, PublicationPlan) {
        let folder = try TemporaryFolder()
        for version in before { _ = try publish([release(version)], to: folder.root) }
        // There is no folder to look into before the first publication.
        try FileManager.default.createDirectory(atPath: folder.root.path(), withIntermediateDirectories: true)
        let plan = try PublicationPlan([release("2.0.0")], in: folder.root)
        return (folder, plan)
    }
}
