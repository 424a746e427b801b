import Foundation

@testable import CharterPublishing

/// A folder of one test's own; it goes away with the test.
final class TemporaryFolder {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("charter-\(UUID().uuidString)")

    init() throws {
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(at: url)
    }

    /// The folder `published` in it, which is not there yet.
    var root: PublicationFolder {
        PublicationFolder(path: url.appendingPathComponent("published").path)
    }

    func write(_ text: String, to path: String) throws {
        let file = url.appendingPathComponent("published/\(path)")
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    func text(_ path: String) throws -> String {
        try String(contentsOf: url.appendingPathComponent("published/\(path)"), encoding: .utf8)
    }

    func delete(_ path: String) throws {
        try FileManager.default.removeItem(at: url.appendingPathComponent("published/\(path)"))
    }

    /// The bytes of all files below `published` by path.
    func files() throws -> [String: Data] {
        let paths = try paths().filter { try root.kind(of: $0) == .typeRegular }
        return try Dictionary(uniqueKeysWithValues: paths.map { ($0, try Data(contentsOf: url.appendingPathComponent("published/\($0)"))) })
    }

    /// The paths of all files and folders below `published`.
    func paths() throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: url.appendingPathComponent("published").path).sorted()
    }
}
