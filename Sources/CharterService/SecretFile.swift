import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A file that its owner alone may read; whoever reads it finds all of it or nothing.
struct SecretFile {
    let path: String

    /// Makes the file with a text, unless it is there.
    ///
    /// - Throws: what keeps it from being written.
    func makeIfMissing(_ text: String) throws {
        guard !FileManager.default.fileExists(atPath: path) else { return }
        try draft(of: text) { draft in
            // A link fails where another process has made the file meanwhile, which then counts.
            guard link(draft, path) == 0 || errno == EEXIST else { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
        }
    }

    /// Puts a text in the place of what stands in the file, or makes it.
    ///
    /// - Throws: what keeps it from being written.
    func replace(with text: String) throws {
        try draft(of: text) { draft in
            guard rename(draft, path) == 0 else { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
        }
    }

    private func draft(of text: String, _ use: (String) throws -> Void) throws {
        let draft = "\(path).\(UUID().uuidString)"
        defer { unlink(draft) }
        guard FileManager.default.createFile(atPath: draft, contents: Data(text.utf8), attributes: [.posixPermissions: 0o600]) else {
            throw CocoaError(.fileWriteUnknown, userInfo: [NSFilePathErrorKey: path])
        }
        try use(draft)
    }
}
