import Foundation
import Testing

extension Workspace {
    func text(_ path: String) throws -> String {
        try String(contentsOf: url(path), encoding: .utf8)
    }

    func exists(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: url(path).path)
    }

    func write(_ text: String, to path: String) throws {
        try makeFolder(url(path).deletingLastPathComponent())
        try Data(text.utf8).write(to: url(path))
    }

    func makeFolder(_ path: String) throws {
        try makeFolder(url(path))
    }

    func delete(_ path: String) throws {
        try FileManager.default.removeItem(at: url(path))
    }

    func link(_ path: String, to target: URL) throws {
        try FileManager.default.createSymbolicLink(at: url(path), withDestinationURL: target)
    }

    /// Replaces a text that stands in a file.
    func edit(_ path: String, _ old: String, _ new: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let text = try text(path)
        try #require(text.contains(old), sourceLocation: sourceLocation)
        try write(text.replacingOccurrences(of: old, with: new), to: path)
    }

    /// Every file of the working directory, or of a folder in it, by path; links are not followed.
    func files(below path: String = ".") throws -> [String: FileState] {
        let start = url(path)
        let paths = try FileManager.default.subpathsOfDirectory(atPath: start.path)
        let states = try paths.map { ($0, try FileState(start.appendingPathComponent($0))) }
        return Dictionary(uniqueKeysWithValues: states.filter { !$0.1.isFolder })
    }

    private func makeFolder(_ url: URL) throws {
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }
}
