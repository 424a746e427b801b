import Foundation

/// Replaces a file in one step, or makes it where there is none.
///
/// - Parameter durably: waits until it is on the disk, so that a power cut leaves the old file or the new one. That takes most of a run's
///   time, so what can be made again does without.
/// - Throws: what the system said; the old file is as it was then.
package func replaceFile(at path: String, with bytes: some Collection<UInt8>, durably: Bool = false) throws {
    try Draft.place(at: path) { draft in
        try writeNewFile(at: draft, bytes)
        if durably { try synchronize(draft) }
    }
    if durably { try synchronize(URL(fileURLWithPath: path).deletingLastPathComponent().path) }
}

/// Makes a file that is not there yet.
///
/// `Data` would wait until each file is on the disk, whether that was asked for or not.
///
/// - Throws: what the system said; a part of the file may be left then.
private func writeNewFile(at path: String, _ bytes: some Collection<UInt8>) throws {
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard file >= 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
    defer { close(file) }
    try bytes.withContiguousStorageIfAvailable { try write($0, to: file) }
        ?? Array(bytes).withUnsafeBufferPointer { try write($0, to: file) }
}

private func write(_ bytes: UnsafeBufferPointer<UInt8>, to file: Int32) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
        let count = write(file, UnsafeBufferPointer(rebasing: rest).baseAddress, rest.count)
        if count < 0, errno == EINTR { continue }
        guard count >= 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
        rest.removeFirst(count)
    }
}

/// Waits until a file's bytes, or the names in a folder, are on the disk.
///
/// - Throws: what the system said.
package func synchronize(_ path: String) throws {
    let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
    defer { try? file.close() }
    do {
        try file.synchronize()
    } catch let error where error.systemCode == EINVAL {
        // Some file systems of networks cannot do it for a folder.
    }
}
