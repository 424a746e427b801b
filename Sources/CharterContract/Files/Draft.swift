import Foundation

/// The hidden name under which a file or a folder is prepared beside its place, so that nobody sees half of it.
package enum Draft {
    private static let mark = ".draft-"

    /// Prepares what is to stand at a path, and moves it there in one step.
    ///
    /// A file that stands there is replaced; a folder that holds something is not.
    ///
    /// - Parameters:
    ///   - replacing: whether a file that stands there goes; else that is an error, and only files can be placed.
    ///   - prepare: makes a file or a folder at the path of the draft, which nobody else uses.
    /// - Throws: what the system said; the draft is deleted then.
    package static func place(at path: String, replacing: Bool = true, _ prepare: (_ draft: String) throws -> Void) throws {
        let url = URL(fileURLWithPath: path)
        let name = ".\(url.lastPathComponent)\(mark)\(UUID().uuidString)"
        let draft = url.deletingLastPathComponent().appendingPathComponent(name).path
        do {
            try prepare(draft)
            let result = replacing ? rename(draft, path) : link(draft, path)
            guard result == 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
            // A name that was linked has left the draft's own behind.
            if !replacing { try FileManager.default.removeItem(atPath: draft) }
        } catch {
            try? FileManager.default.removeItem(atPath: draft)
            throw error
        }
    }

    /// Whether a name is that of a draft.
    package static func isDraft(_ name: String) -> Bool {
        guard name.hasPrefix("."), let range = name.range(of: mark, options: .backwards) else { return false }
        return UUID(uuidString: String(name[range.upperBound...])) != nil
    }
}
