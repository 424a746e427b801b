import Foundation

/// A folder of one test, which is gone with it.
final class TemporaryFolder: Sendable {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "raven-tests-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(at: url)
    }

    /// The database of the folder.
    var database: String { url.appending(path: "raven.sqlite").path }

    /// The names of the files in a folder of the spool beside the database, in order; what is not there whole is not among them.
    func spooled(_ channel: String) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: url.appending(path: "spool/\(channel)").path)) ?? []
        return names.filter { !$0.hasPrefix(".") }.sorted()
    }
}
