public import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Files that are there whole or not at all, also after the power has failed.
public enum DurableFile {
    /// Writes a file, in place of one that is there.
    ///
    /// It is written beside its place, behind a dot, and put there once the disk has it. What an earlier attempt left beside it is written over.
    ///
    /// - Throws: `POSIXError` of the system's call that failed.
    public static func write(_ bytes: Data, to file: URL) throws {
        let folder = file.deletingLastPathComponent()
        let draft = folder.appending(path: ".\(file.lastPathComponent)")
        try bytes.write(to: draft)
        try flush(draft, O_RDWR)
        guard rename(draft.path, file.path) == 0 else { throw fault() }
        // The name is the folder's.
        try flush(folder, O_RDONLY)
    }

    private static func flush(_ file: URL, _ mode: Int32) throws {
        let descriptor = open(file.path, mode | O_CLOEXEC)
        guard descriptor >= 0 else { throw fault() }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw fault() }
    }

    private static func fault() -> POSIXError {
        POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO)
    }
}
