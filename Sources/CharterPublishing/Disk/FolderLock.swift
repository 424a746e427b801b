import Foundation

/// Keeps other publishers out of a folder until it goes away.
///
/// The lock is on the folder itself and ends with the process, however that ends: no file is left that would lock it for ever.
final class FolderLock {
    private let folder: Int32
    /// Whether the file system knows such locks; where it does not, publishers still never take a release from each other.
    let isHeld: Bool

    /// Waits until no other publisher holds the folder.
    init(_ path: String) throws(SystemFault) {
        folder = try SystemFile.opened(path, O_RDONLY | O_DIRECTORY)
        var answer = flock(folder, LOCK_EX)
        while answer != 0, errno == EINTR { answer = flock(folder, LOCK_EX) }
        isHeld = answer == 0
    }

    deinit {
        close(folder)
    }
}
