import Foundation

/// Folders of the repository, found from the place of this file.
enum RepositoryFolder {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// A file, by its path from the root.
    static func file(_ path: String) -> URL { root.appendingPathComponent(path) }

    /// The bytes of every file below a folder, by path.
    static func files(_ folder: String) throws -> [String: Data] {
        let top = root.appendingPathComponent(folder).resolvingSymlinksInPath()
        let paths = try FileManager.default.subpathsOfDirectory(atPath: top.path)
        var files: [String: Data] = [:]
        for path in paths {
            let url = top.appendingPathComponent(path)
            guard try url.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true else { continue }
            files[path] = try Data(contentsOf: url)
        }
        return files
    }

    /// The text of a file.
    static func text(_ path: String) throws -> String {
        try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
    }
}
