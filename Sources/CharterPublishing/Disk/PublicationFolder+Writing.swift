import Foundation

extension PublicationFolder {
    /// Makes the folder where there is none, and keeps other publishers out of it while the lock lives.
    func locked() throws(PublicationFault) -> FolderLock {
        try writing(shownPath) { path throws(SystemFault) in
            try SystemFile.makeFolder(path)
            return try FolderLock(path)
        }
    }

    /// Makes a folder with its files in one step: nobody sees a part of it.
    ///
    /// - Parameter files: the bytes of the files by their paths below the new folder, at most one folder deep.
    /// - Returns: whether it was made; false where another publisher was faster.
    func create(_ path: String, with files: [String: [UInt8]]) throws(PublicationFault) -> Bool {
        let place = self.path(path)
        let draft = Draft.path(beside: place)
        defer { try? FileManager.default.removeItem(atPath: draft) }
        return try writing(place) { place throws(SystemFault) in
            try SystemFile.makeFolder(draft)
            for (file, bytes) in files.sorted(by: { $0.key < $1.key }) {
                let folder = "\(draft)/\(file)".split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
                try SystemFile.makeFolder(folder)
                try SystemFile.create("\(draft)/\(file)", bytes)
                try SystemFile.synchronizeFolder(folder)
            }
            try SystemFile.synchronizeFolder(draft)
            guard try SystemFile.moveFolder(draft, to: place) else { return false }
            try SystemFile.synchronizeFolder(URL(fileURLWithPath: place).deletingLastPathComponent().path)
            return true
        }
    }

    /// Replaces a file in one step, so that no reader sees half of it.
    func replace(_ path: String, with bytes: [UInt8]) throws(PublicationFault) {
        let place = self.path(path)
        let draft = Draft.path(beside: place)
        do {
            try writing(place) { place throws(SystemFault) in
                try SystemFile.create(draft, bytes)
                try SystemFile.moveFile(draft, to: place)
                try SystemFile.synchronizeFolder(URL(fileURLWithPath: place).deletingLastPathComponent().path)
            }
        } catch {
            try? FileManager.default.removeItem(atPath: draft)
            throw error
        }
    }

    /// Deletes what publishers that were cut off left behind; only while the folder is locked, since a living one has drafts too.
    ///
    /// - Parameter path: a folder below it; nil for itself.
    func deleteDrafts(in path: String? = nil) throws(PublicationFault) {
        let folder = path.map(self.path) ?? shownPath
        try writing(folder) { folder throws(SystemFault) in
            for name in try SystemFile.names(in: folder) where Draft.isDraft(name) {
                try? FileManager.default.removeItem(atPath: "\(folder)/\(name)")
            }
        }
    }

    private func writing<Value>(
        _ path: String,
        _ write: (String) throws(SystemFault) -> Value
    ) throws(PublicationFault) -> Value {
        do {
            return try write(path)
        } catch {
            throw .impossible("\(path) cannot be written: \(error.reason)")
        }
    }
}
