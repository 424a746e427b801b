import Foundation

extension String {
    /// A path that was written from this folder, as it is from where this one is: `spec` and `../shop.yaml` give `shop.yaml`.
    ///
    /// No link is followed.
    func path(to path: String) -> String {
        var parts: [Substring] = []
        for part in "\(self)/\(path)".split(separator: "/") where part != "." {
            if part == "..", let last = parts.last, last != ".." { parts.removeLast() } else { parts.append(part) }
        }
        let path = (hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
        return path.isEmpty ? "." : path
    }

    /// Whether a folder stands there.
    var isFolder: Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: self, isDirectory: &isFolder) && isFolder.boolValue
    }

    /// The folder of a file: `spec` for `spec/shop.yaml`, `.` for `shop.yaml`.
    var folderOfFile: String {
        lastIndex(of: "/").map { $0 == startIndex ? "/" : String(self[..<$0]) } ?? "."
    }
}
