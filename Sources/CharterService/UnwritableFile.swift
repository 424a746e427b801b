import Foundation

/// A file cannot be written.
struct UnwritableFile: Error, Hashable, CustomStringConvertible {
    /// The file.
    let path: String
    /// What the system says of it.
    let code: Int32

    /// What is wrong, in the system's words, and how to mend it.
    var description: String {
        let mend =
            switch code {
            case ENOENT, ENOTDIR: "; make its folder first"
            case EACCES, EPERM, EROFS: "; choose a folder in which this user may write"
            case EISDIR: "; name a file in it"
            default: ""
            }
        return "'\(path)' cannot be written: \(String(cString: strerror(code)))\(mend)"
    }
}
