import Foundation
import Testing

/// A reader that goes away early, as `head` does, is no fault of the command.
@Suite("A closed pipe")
struct ClosedPipeTests {
    @Test("does not stop generation halfway")
    func generate() async throws {
        let workspace = try Workspace("shop", "library")
        let run = try await workspace.charter("generate", output: Self.closedPipe())
        #expect(run.ending == .holds)
        #expect(try await workspace.charter("generate", "--check").ending == .holds)
    }

    @Test("changes neither files nor the exit code of a check")
    func check() async throws {
        let workspace = try Workspace("shop")
        try await workspace.charter("generate")
        try Drift.changedContract.make(in: workspace)
        let before = try workspace.files()
        let run = try await workspace.charter("generate", "--check", output: Self.closedPipe())
        #expect(run.ending == .findings)
        #expect(try workspace.files() == before)
    }

    @Test("does not change the exit code of lint")
    func lint() async throws {
        let run = try await Workspace("shop").charter("lint", output: Self.closedPipe())
        #expect(run.ending == .holds)
    }

    /// The end to write to, of a pipe that nobody reads.
    private static func closedPipe() throws -> FileHandle {
        let pipe = Pipe()
        try pipe.fileHandleForReading.close()
        return pipe.fileHandleForWriting
    }
}
