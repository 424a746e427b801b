import Foundation

/// Files and folders by the calls of POSIX.
///
/// Foundation neither waits until a folder is on the disk nor says plainly what the system answered.
enum SystemFile {
    /// What stands at a path.
    enum Kind {
        case file, folder
        /// A link, a socket, a device.
        case other
    }

    /// What stands at a path, links not followed; nil where there is nothing.
    static func kind(of path: String) throws(SystemFault) -> Kind? {
        var status = stat()
        guard lstat(path, &status) == 0 else {
            if errno == ENOENT { return nil }
            throw .latest
        }
        switch status.st_mode & S_IFMT {
        case S_IFREG: return .file
        case S_IFDIR: return .folder
        default: return .other
        }
    }

    /// The names in a folder, sorted; none where there is no folder.
    static func names(in folder: String) throws(SystemFault) -> [String] {
        guard let stream = opendir(folder) else {
            if errno == ENOENT { return [] }
            throw .latest
        }
        defer { closedir(stream) }
        var names: [String] = []
        errno = 0
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { name in
                String(cString: UnsafeRawPointer(name).assumingMemoryBound(to: CChar.self))
            }
            if name != ".", name != ".." { names.append(name) }
            errno = 0
        }
        guard errno == 0 else { throw .latest }
        return names.sorted()
    }

    /// The bytes of a file; a link is not followed.
    static func read(_ path: String) throws(SystemFault) -> [UInt8] {
        let file = try opened(path, O_RDONLY | O_NOFOLLOW)
        defer { close(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = Foundation.read(file, &buffer, buffer.count)
            if count == 0 { return bytes }
            if count > 0 { bytes += buffer[..<count] } else if errno != EINTR { throw .latest }
        }
    }

    /// Makes a file that is not there yet, and waits until its bytes are on the disk.
    static func create(_ path: String, _ bytes: [UInt8]) throws(SystemFault) {
        let file = try opened(path, O_WRONLY | O_CREAT | O_EXCL)
        defer { close(file) }
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
            if count >= 0 { rest = rest.dropFirst(count) } else if errno != EINTR { throw .latest }
        }
        guard fsync(file) == 0 else { throw .latest }
    }

    /// Gives a file another name in one step; a file that has that name is replaced.
    static func moveFile(_ path: String, to other: String) throws(SystemFault) {
        guard rename(path, other) == 0 else { throw .latest }
    }

    /// Gives a folder another name in one step.
    ///
    /// - Returns: whether it has that name now; false where a folder with something in it has it.
    static func moveFolder(_ path: String, to other: String) throws(SystemFault) -> Bool {
        if rename(path, other) == 0 { return true }
        if errno == EEXIST || errno == ENOTEMPTY { return false }
        throw .latest
    }

    /// Makes a folder, and those above it, where there is none.
    static func makeFolder(_ path: String) throws(SystemFault) {
        if mkdir(path, 0o777) == 0 { return try synchronizeFolder(URL(fileURLWithPath: path).deletingLastPathComponent().path) }
        switch errno {
        case ENOENT:
            let parent = URL(fileURLWithPath: path).deletingLastPathComponent().path
            try makeFolder(parent)
            guard mkdir(path, 0o777) == 0 || errno == EEXIST else { throw .latest }
            try synchronizeFolder(parent)
        case EEXIST, EISDIR: break
        default: throw .latest
        }
    }

    /// Waits until the names in a folder are on the disk.
    static func synchronizeFolder(_ path: String) throws(SystemFault) {
        let folder = try opened(path, O_RDONLY | O_DIRECTORY)
        defer { close(folder) }
        // File systems that cannot do it for a folder, as some of networks, answer EINVAL.
        guard fsync(folder) == 0 || errno == EINVAL else { throw .latest }
    }

    /// - Returns: the descriptor of a file, which is not handed on to other programs.
    static func opened(_ path: String, _ flags: Int32) throws(SystemFault) -> Int32 {
        let file = open(path, flags | O_CLOEXEC, 0o666)
        guard file >= 0 else { throw .latest }
        return file
    }
}
