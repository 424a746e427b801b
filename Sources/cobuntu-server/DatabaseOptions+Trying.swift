import CharterService
import CharterSQLite
import CobuntuServer
import Foundation

extension DatabaseOptions<Cobuntu> {
    /// Brings a file into a database that is gone at the end, where the one of the options is not there yet: what is refused must not leave an empty one.
    ///
    /// - Throws: ``CobuntuServer/ImportFaults``.
    func tryIfNew(_ file: CommunityFile) async throws {
        guard !FileManager.default.fileExists(atPath: path) else { return }
        let folder = FileManager.default.temporaryDirectory.appending(path: "cobuntu-import-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        defer { try? FileManager.default.removeItem(at: folder) }
        let store = try SQLiteStore(path: folder.appending(path: "cobuntu.sqlite").path) { Cobuntu.registerMigrations(in: &$0) }
        do {
            _ = try await CobuntuService(store).bringIn(file)
        } catch {
            try await store.close()
            throw error
        }
        try await store.close()
    }
}
