import CharterContract
import Foundation

/// The folder into which releases are published, with a folder for each API.
///
/// Unlike generated files, which are made again at any time, a release cannot be repaired from anything else. So every file is on the disk
/// before it gets its name: after a power cut there is a whole release or none.
package struct PublicationFolder: Sendable {
    private let root: String

    /// - Parameter path: the folder, relative to the working directory or absolute.
    package init(path: String) {
        root = path
    }

    /// A path below the folder, or its own, as messages show it and the system finds it.
    func path(_ path: String = "") -> String {
        path.isEmpty ? root : root.joining(path)
    }

    /// The names in a folder, sorted, without hidden ones.
    func names(in path: String = "") throws(PublicationFault) -> [String] {
        try attempt("read", path) { try FileManager.default.contentsOfDirectory(atPath: $0).filter { !$0.hasPrefix(".") }.sorted() }
    }

    /// What stands at a path, links not followed; nil where there is nothing.
    func kind(of path: String) throws(PublicationFault) -> FileAttributeType? {
        try attempt("read", path) { path in
            do {
                return try FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType
            } catch let error where [ENOENT, ENOTDIR].contains(error.systemCode) {
                return nil
            }
        }
    }

    /// The bytes of a file; nil where no file is.
    func file(_ path: String) throws(PublicationFault) -> [UInt8]? {
        guard try kind(of: path) == .typeRegular else { return nil }
        return try attempt("read", path) { Array(try Data(contentsOf: URL(fileURLWithPath: $0))) }
    }

    /// Does something with a path, and says plainly why the system would not.
    func attempt<Value>(_ deed: String, _ path: String, _ body: (String) throws -> Value) throws(PublicationFault) -> Value {
        do {
            return try body(self.path(path))
        } catch {
            let mend =
                switch error.systemCode {
                case EACCES, EPERM, EROFS: ": run this as a user who may"
                case EEXIST, ENOTDIR, EISDIR: ": move away what stands there, or publish to another folder"
                default: ""
                }
            throw .impossible("\(self.path(path)) cannot be \(deed): \(error.reason)\(mend)")
        }
    }
}
