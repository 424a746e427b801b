import Foundation
import Testing

/// A file that holds what a test expects.
///
/// `RECORD=1 swift test` writes what the tests got into all golden files, and fails so that a recording run never passes for a test; the
/// change is then read in `git diff` like any other.
public struct GoldenFile {
    private let url: URL

    /// - Parameters:
    ///   - path: the path below the folder of the test's own source file.
    ///   - testFile: the test's source file.
    public init(_ path: String, besides testFile: String = #filePath) {
        url = URL(fileURLWithPath: testFile).deletingLastPathComponent().appendingPathComponent(path)
    }

    /// Whether this run writes golden files.
    public static var isRecording: Bool {
        ProcessInfo.processInfo.environment["RECORD"] == "1"
    }

    /// Holds a text to the file.
    public func expect(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
        if Self.isRecording {
            try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: url, options: .atomic)
            Issue.record("recorded \(url.lastPathComponent); run again without RECORD", sourceLocation: sourceLocation)
            return
        }
        let expected = (try? String(contentsOf: url, encoding: .utf8)) ?? ""
        #expect(text == expected, "\(url.lastPathComponent) differs; RECORD=1 rewrites it", sourceLocation: sourceLocation)
    }
}
