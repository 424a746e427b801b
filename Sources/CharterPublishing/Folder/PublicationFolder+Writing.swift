import CharterContract
import Foundation

extension PublicationFolder {
    /// Makes the folder where there is none, and keeps other publishers out of it until the end.
    ///
    /// The lock is on the folder itself and ends with the process, however that ends: no file is left that would lock it for ever.
    func locked<Value>(_ publish: () throws(PublicationFault) -> Value) throws(PublicationFault) -> Value {
        let folder = try attempt("written", "") { path in
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
            return try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
        }
        defer { try? folder.close() }
        try attempt("locked", "") { _ in
            guard flock(folder.fileDescriptor, LOCK_EX) == 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
        }
        return try publish()
    }

    /// Carries out a step of a plan: all of it, or, where the disk refuses, nothing that a reader sees.
    func perform(_ step: PublicationStep) throws(PublicationFault) {
        switch step {
        case .addRelease(let path, let files):
            try attempt("written", path) { place in
                let parent = URL(fileURLWithPath: place).deletingLastPathComponent()
                try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
                try Draft.place(at: place) { draft in
                    try FileManager.default.createDirectory(atPath: draft, withIntermediateDirectories: false)
                    for (name, bytes) in files { try replaceFile(at: draft.joining(name), with: bytes, durably: true) }
                }
                try synchronize(parent.path)
                try synchronize(self.path())
            }
        case .replace(let path, let bytes):
            try attempt("written", path) { try replaceFile(at: $0, with: bytes, durably: true) }
        }
    }

    /// Deletes what publishers that were cut off left in a folder; only under the lock, since a living one has drafts too.
    func deleteDrafts(in path: String = "") throws(PublicationFault) {
        guard try kind(of: path) != nil else { return }
        try attempt("written", path) { folder in
            for name in try FileManager.default.contentsOfDirectory(atPath: folder) where Draft.isDraft(name) {
                try FileManager.default.removeItem(atPath: folder.joining(name))
            }
        }
    }
}
