import CharterContract
import Foundation

/// The folder of one API's generated files: `Generated/<Api>`.
package struct OutputFolder: Sendable {
    /// The path as it was given, for messages.
    package let shownPath: String
    private let url: URL

    /// - Parameter path: the folder, relative to the working directory or absolute.
    package init(path: String) {
        shownPath = path
        url = URL(fileURLWithPath: path, isDirectory: true)
    }

    /// A path below the folder as messages show it.
    func shown(_ path: String) -> String {
        shownPath.joining(path)
    }

    /// The paths of all files below the folder; empty if the folder does not exist.
    ///
    /// Links count as files and are not followed.
    func paths() throws(GenerationFault) -> Set<String> {
        var files: Set<String> = []
        var pending = [""]
        do {
            while let folder = pending.popLast() {
                let place = folder.isEmpty ? url : url.appendingPathComponent(folder)
                if folder.isEmpty, !FileManager.default.fileExists(atPath: place.path) { return [] }
                for name in try FileManager.default.contentsOfDirectory(atPath: place.path).sorted() {
                    let path = folder.isEmpty ? name : "\(folder)/\(name)"
                    if try type(of: path) == .typeDirectory { pending.append(path) } else { files.insert(path) }
                }
            }
        } catch {
            throw GenerationFault("\(shownPath) cannot be read: \(error.reason)", kind: .environment)
        }
        return files
    }

    /// The bytes of a file; none of a link, or of anything else that is no plain file.
    func bytes(of path: String) throws(GenerationFault) -> [UInt8] {
        do {
            return try type(of: path) == .typeRegular ? Array(try Data(contentsOf: url.appendingPathComponent(path))) : []
        } catch {
            throw GenerationFault("\(shownPath) cannot be read: \(error.reason)", kind: .environment)
        }
    }

    private func type(of path: String) throws -> FileAttributeType? {
        try FileManager.default.attributesOfItem(atPath: url.appendingPathComponent(path).path)[.type] as? FileAttributeType
    }

    /// Replaces a file in one step, so that no reader sees half of it.
    func write(_ contents: String, to path: String) throws(GenerationFault) {
        let file = url.appendingPathComponent(path)
        do {
            try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try replaceFile(at: file.path, with: contents.utf8)
        } catch {
            throw GenerationFault("\(shown(path)) cannot be written: \(error.reason)", kind: .environment)
        }
    }

    /// Deletes a file.
    ///
    /// Folders stay, also empty ones: a target without its folder would stop a package from loading.
    func delete(_ path: String) throws(GenerationFault) {
        do {
            try FileManager.default.removeItem(at: url.appendingPathComponent(path))
        } catch {
            throw GenerationFault("\(shown(path)) cannot be deleted: \(error.reason)", kind: .environment)
        }
    }
}
