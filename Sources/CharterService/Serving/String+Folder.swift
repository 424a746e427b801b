import Foundation

extension String {
    /// The folder of the file at this path.
    var parentFolder: String {
        URL(fileURLWithPath: self).deletingLastPathComponent().standardizedFileURL.path
    }
}
