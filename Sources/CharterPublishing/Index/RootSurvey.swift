/// The APIs that lie in a folder, found without reading their documents.
struct RootSurvey {
    /// What the folder's index should say.
    private(set) var index = RootIndex(entries: [])
    /// The folders that hold releases of an API whose name nothing tells.
    private(set) var nameless: [String] = []

    /// - Parameter old: the folder's index as it is, which knows the names of APIs whose own index is missing.
    init(of root: PublicationFolder, old: RootIndex?) throws(PublicationFault) {
        var entries: [RootIndex.Entry] = []
        for folder in try root.names() where try root.kind(of: folder) == .folder {
            guard let latest = try Self.latestVersion(in: folder, of: root) else { continue }
            let index = try root.file("\(folder)/\(APIIndex.fileName)").flatMap { APIIndex($0) }
            let known = old?.entries.first { $0.folder == folder }
            if let api = index?.api ?? known?.api {
                entries.append(RootIndex.Entry(api: api, title: index?.title ?? known?.title, latest: latest, folder: folder))
            } else {
                nameless.append(folder)
            }
        }
        index = RootIndex(entries: entries)
    }

    private static func latestVersion(in folder: String, of root: PublicationFolder) throws(PublicationFault) -> ReleaseVersion? {
        let versions = try root.names(in: folder).compactMap(ReleaseVersion.init).sorted(by: >)
        for version in versions {
            let files = [PublishedRelease.documentName, ChecksumList.fileName].map { "\(folder)/\(version)/\($0)" }
            if try root.kind(of: files[0]) == .file, try root.kind(of: files[1]) == .file { return version }
        }
        return nil
    }
}
