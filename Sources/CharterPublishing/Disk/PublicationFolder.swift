import Foundation

/// The folder into which releases are published, with a folder for each API.
///
/// Unlike generated files, which are made again at any time, a release cannot be repaired from anything else. So every file is on the disk
/// before it gets its name: after a power cut there is a whole release or none.
package struct PublicationFolder: Sendable {
    /// The path as it was given, for messages, without slashes at its end.
    package let shownPath: String

    /// - Parameter path: the folder, relative to the working directory or absolute.
    package init(path: String) {
        let end = path.lastIndex { $0 != "/" }
        shownPath = end.map { String(path[...$0]) } ?? "/"
    }

    /// A path below the folder, as messages show it and the system finds it.
    func path(_ path: String) -> String {
        shownPath == "/" ? "/\(path)" : "\(shownPath)/\(path)"
    }

    /// The names in a folder below it, or in itself, without hidden ones.
    func names(in path: String? = nil) throws(PublicationFault) -> [String] {
        try reading(path) { path throws(SystemFault) in try SystemFile.names(in: path).filter { !$0.hasPrefix(".") } }
    }

    /// What stands at a path below it.
    func kind(of path: String) throws(PublicationFault) -> SystemFile.Kind? {
        try reading(path, SystemFile.kind)
    }

    /// The bytes of a file below it; nil where no file is.
    func file(_ path: String) throws(PublicationFault) -> [UInt8]? {
        guard try kind(of: path) == .file else { return nil }
        return try reading(path, SystemFile.read)
    }

    private func reading<Value>(
        _ path: String?,
        _ read: (String) throws(SystemFault) -> Value
    ) throws(PublicationFault) -> Value {
        let shown = path.map(self.path) ?? shownPath
        do {
            return try read(shown)
        } catch {
            throw .impossible("\(shown) cannot be read: \(error.reason)")
        }
    }
}
