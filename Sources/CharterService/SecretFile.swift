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
    /// - Throws: ``UnwritableFile``.
    func makeIfMissing(_ text: String) throws {
        guard !FileManager.default.fileExists(atPath: path) else { return }
        try draft(of: text) { draft in
            // A link fails where another process has made the file meanwhile, which then counts.
            guard link(draft, path) == 0 || errno == EEXIST else { throw UnwritableFile(path: path, code: errno) }
        }
    }

    /// Puts a text in the place of what stands in the file, or makes it.
    ///
    /// - Throws: ``UnwritableFile``.
    func replace(with text: String) throws {
        try draft(of: text) { draft in
            guard rename(draft, path) == 0 else { throw UnwritableFile(path: path, code: errno) }
        }
    }

    private func draft(of text: String, _ use: (String) throws -> Void) throws {
        let draft = "\(path).\(UUID().uuidString)"
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw UnwritableFile(path: path, code: errno) }
        defer { unlink(draft) }
        try FileHandle(fileDescriptor: descriptor, closeOnDealloc: true).write(contentsOf: Data(text.utf8))
        try use(draft)
    }
}
