import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Files that are there whole or not at all, also after the power has failed.
enum DurableFile {
    /// Writes a file, in place of one that is there.
    ///
    /// It is written beside its place, behind a dot, and put there once the disk has it. What an earlier attempt left beside it is written over.
    ///
    /// - Throws: the fault of the system's call that failed, with the path.
    static func write(_ bytes: [UInt8], to file: URL) throws {
        let folder = file.deletingLastPathComponent()
        let partial = folder.appending(path: ".\(file.lastPathComponent)")
        try withDescriptor(partial.path, O_WRONLY | O_CREAT | O_TRUNC) { descriptor in
            var rest = bytes[...]
            while !rest.isEmpty {
                let count = rest.withUnsafeBytes { put(descriptor, $0) }
                if count < 0, errno == EINTR { continue }
                try check(count >= 0, partial.path)
                rest = rest.dropFirst(count)
            }
            try check(fsync(descriptor) == 0, partial.path)
        }
        try check(rename(partial.path, file.path) == 0, file.path)
        // The name is the folder's.
        try withDescriptor(folder.path, O_RDONLY) { try check(fsync($0) == 0, folder.path) }
    }

    /// The system's `write`, which has the name of the function above.
    private static func put(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
        #if canImport(Glibc)
            Glibc.write(descriptor, bytes.baseAddress, bytes.count)
        #elseif canImport(Musl)
            Musl.write(descriptor, bytes.baseAddress, bytes.count)
        #else
            Darwin.write(descriptor, bytes.baseAddress, bytes.count)
        #endif
    }

    private static func withDescriptor(_ path: String, _ flags: Int32, _ body: (Int32) throws -> Void) throws {
        let descriptor = open(path, flags | O_CLOEXEC, 0o640)
        try check(descriptor >= 0, path)
        defer { close(descriptor) }
        try body(descriptor)
    }

    private static func check(_ isDone: Bool, _ path: String) throws {
        let code = errno
        guard !isDone else { return }
        throw CocoaError(.fileWriteUnknown, userInfo: [NSFilePathErrorKey: path, NSDebugDescriptionErrorKey: String(cString: strerror(code))])
    }
}
