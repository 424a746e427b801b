import Foundation

/// Everything about a file that changes when somebody writes to it.
struct FileState: Hashable {
    let isFolder: Bool
    let bytes: Data
    let inode: UInt64
    let modified: Date

    init(_ url: URL) throws {
        let attributes = try FileManager.default.attributesOfItem(atPath: url.path)
        let type = attributes[.type] as? FileAttributeType
        isFolder = type == .typeDirectory
        bytes = type == .typeRegular ? try Data(contentsOf: url) : Data()
        inode = (attributes[.systemFileNumber] as? NSNumber)?.uint64Value ?? 0
        modified = attributes[.modificationDate] as? Date ?? .distantPast
    }
}
