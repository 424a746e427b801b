import Foundation

/// A folder of one test's own, in which commands run; it goes away with the test.
final class Workspace {
    /// Holds the working directory, and what commands say.
    let root: URL
    /// The working directory of commands.
    let folder: URL

    /// - Parameter contracts: names of files in `cases/contracts`, to be copied into `spec/`.
    init(_ contracts: String..., named name: String = "work") throws {
        root = FileManager.default.temporaryDirectory.appendingPathComponent("charter-\(UUID().uuidString)")
        folder = root.appendingPathComponent(name)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for contract in contracts { try write(Self.contract(contract), to: "spec/\(contract).yaml") }
    }

    deinit {
        try? FileManager.default.removeItem(at: root)
    }

    /// A contract of `cases/contracts`.
    static func contract(_ name: String) throws -> String {
        let cases = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("cases")
        return try String(contentsOf: cases.appendingPathComponent("contracts/\(name).yaml"), encoding: .utf8)
    }

    func url(_ path: String) -> URL {
        folder.appendingPathComponent(path)
    }

    /// A path outside the working directory that goes away with it.
    func outside(_ name: String) -> URL {
        root.appendingPathComponent(name)
    }
}
