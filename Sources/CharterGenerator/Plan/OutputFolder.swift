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

    /// Every file below the folder with its bytes; empty if the folder does not exist.
    ///
    /// Links count as files and are not followed.
    func files() throws(GenerationFault) -> [String: [UInt8]] {
        var files: [String: [UInt8]] = [:]
        var pending = [""]
        do {
            while let folder = pending.popLast() {
                let place = folder.isEmpty ? url : url.appendingPathComponent(folder)
                if folder.isEmpty, !FileManager.default.fileExists(atPath: place.path) { return [:] }
                for name in try FileManager.default.contentsOfDirectory(atPath: place.path).sorted() {
                    let path = folder.isEmpty ? name : "\(folder)/\(name)"
                    let type =
                        try FileManager.default.attributesOfItem(atPath: url.appendingPathComponent(path).path)[.type] as? FileAttributeType
                    switch type {
                    case .typeDirectory: pending.append(path)
                    case .typeRegular: files[path] = Array(try Data(contentsOf: url.appendingPathComponent(path)))
                    default: files[path] = []
                    }
                }
            }
        } catch {
            throw GenerationFault("\(shownPath) cannot be read: \(error.reason)", kind: .environment)
        }
        return files
    }

    /// Replaces a file in one step, so that no reader sees half of it.
    func write(_ contents: String, to path: String) throws(GenerationFault) {
        let file = url.appendingPathComponent(path)
        do {
            try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try replaceFile(at: file.path, with: Array(contents.utf8))
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
