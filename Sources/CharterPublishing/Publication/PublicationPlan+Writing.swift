import CharterContract

extension PublicationPlan {
    /// Publishes: the release first, then the copy of the latest one, then the index, so that each says only what is there already.
    ///
    /// Files that are as they should be stay untouched.
    ///
    /// - Returns: what was done; nil where another publisher was faster with this version, after which a new plan is needed.
    func write(to root: PublicationFolder) throws(PublicationFault) -> Publication? {
        let folder = release.folder
        let version = "\(folder)/\(release.version.value)"
        if isNew, try !create(version, in: root) { return nil }
        var mended: [String] = []
        let derived = [
            ("\(folder)/\(PublishedRelease.documentName)", release.document),
            ("\(folder)/\(APIIndex.fileName)", Array(index.text.utf8)),
        ]
        for (path, bytes) in derived where try root.file(path) != bytes {
            try root.replace(path, with: bytes)
            mended.append(root.path(path))
        }
        return Publication(path: root.path(version), isNew: isNew, mended: isNew ? [] : mended)
    }

    /// Makes the folder of the version, or with the first one the whole folder of the API: no API is ever half there, or without its name.
    private func create(_ version: String, in root: PublicationFolder) throws(PublicationFault) -> Bool {
        let files = PublishedRelease.files(document: release.document, digest: release.digest)
        guard !published.exists else { return try root.create(version, with: files) }
        var all = [PublishedRelease.documentName: release.document, APIIndex.fileName: Array(index.text.utf8)]
        for (name, bytes) in files { all["\(release.version.value)/\(name)"] = bytes }
        return try root.create(release.folder, with: all)
    }
}
