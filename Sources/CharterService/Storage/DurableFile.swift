public import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Files that are there whole or not at all, also after the power has failed, and that their owner alone may read.
public enum DurableFile {
    /// Writes a file, in place of one that is there.
    ///
    /// It is written beside its place, behind a dot, and put there once the disk has it. What an earlier attempt left beside it is written over.
    ///
    /// - Parameters:
    ///   - file: The file; folders that are missing are made.
    ///   - depth: How many of its folders, from the innermost on, are those of whoever writes, so that the disk must have their names too: 2 for `spool/sms/1.json`.
    /// - Throws: `POSIXError` of the system's call that failed.
    public static func write(_ bytes: Data, to file: URL, depth: Int) throws {
        let folder = file.deletingLastPathComponent()
        try makeFolder(folder, depth: depth)
        let draft = folder.appending(path: ".\(file.lastPathComponent)")
        let descriptor = open(draft.path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw fault() }
        let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        try handle.write(contentsOf: bytes)
        guard fsync(descriptor) == 0 else { throw fault() }
        try handle.close()
        guard rename(draft.path, file.path) == 0 else { throw fault() }
        // The name is the folder's.
        try flush(folder)
    }

    /// Makes a folder with those that it is in, for its owner alone, and sees to it that the disk has their names.
    private static func makeFolder(_ folder: URL, depth: Int) throws {
        let isThere = FileManager.default.fileExists(atPath: folder.path)
        guard !isThere || depth > 0 else { return }
        let parent = folder.deletingLastPathComponent()
        try makeFolder(parent, depth: max(depth - 1, 0))
        if !isThere { guard mkdir(folder.path, 0o700) == 0 || errno == EEXIST else { throw fault() } }
        // Also of one that is there: whoever made it may have been ended before the disk had its name.
        try flush(parent)
    }

    private static func flush(_ folder: URL) throws {
        let descriptor = open(folder.path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw fault() }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw fault() }
    }

    private static func fault() -> POSIXError {
        POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO)
    }
}
