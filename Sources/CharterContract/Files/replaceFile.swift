import Foundation

/// Replaces a file in one step, or makes it where there is none.
///
/// - Parameter durably: waits until it is on the disk, so that a power cut leaves the old file or the new one. That takes most of a run's
///   time, so what can be made again does without.
/// - Throws: what the system said; the old file is as it was then.
package func replaceFile(at path: String, with bytes: [UInt8], durably: Bool = false) throws {
    try Draft.place(at: path) { draft in
        try Data(bytes).write(to: URL(fileURLWithPath: draft))
        if durably { try synchronize(draft) }
    }
    if durably { try synchronize(URL(fileURLWithPath: path).deletingLastPathComponent().path) }
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
