import CharterContract

/// What publishing a release would do, made in memory from what the folder holds.
struct PublicationPlan {
    let release: Release
    let published: PublishedAPI
    /// Why the release cannot be published; nothing is written then.
    let refusals: [PublicationFault.Refusal]

    /// - Parameter rootIndex: the index of all APIs as it is.
    init(_ release: Release, in root: PublicationFolder, rootIndex: RootIndex?) throws(PublicationFault) {
        self.release = release
        published = try PublishedAPI(release.folder, in: root)
        let recorded = published.index?.api ?? rootIndex?.entries.first { $0.folder == release.folder }?.api
        if published.exists, let recorded, recorded != release.api.value {
            refusals = [.contract(.apiFolderTaken(release, by: recorded, at: root.path(release.folder)))]
        } else if !published.damages.isEmpty {
            refusals = published.damages.map(PublicationFault.Refusal.folder)
        } else {
            refusals = try Self.foreignFiles(published, in: root) + Self.versionFaults(release, published, in: root)
        }
    }

    /// Whether the version is not in the folder yet.
    var isNew: Bool {
        !published.releases.contains { $0.version == release.version.value }
    }

    /// The index of the API once the release is published.
    var index: APIIndex {
        let added = isNew ? [PublishedRelease(version: release.version.value, digest: release.digest)] : []
        return APIIndex(api: release.api.value, title: release.title, releases: published.releases + added)
    }

    /// A folder without a release is not ours: what stands in the way there was put there by someone else.
    private static func foreignFiles(
        _ published: PublishedAPI,
        in root: PublicationFolder
    ) throws(PublicationFault) -> [PublicationFault.Refusal] {
        guard published.releases.isEmpty, published.index == nil else { return [] }
        var refusals: [PublicationFault.Refusal] = []
        for name in [APIIndex.fileName, PublishedRelease.documentName] {
            let path = "\(published.folder)/\(name)"
            if try root.kind(of: path) != nil { refusals.append(.foreign(root.path(path))) }
        }
        return refusals
    }

    private static func versionFaults(
        _ release: Release,
        _ published: PublishedAPI,
        in root: PublicationFolder
    ) throws(PublicationFault) -> [PublicationFault.Refusal] {
        guard let latest = published.releases.first?.version else { return [] }
        let version = release.version.value
        if let same = published.releases.first(where: { $0.version == version }), same.digest != release.digest {
            let path = "\(published.folder)/\(version)/\(PublishedRelease.documentName)"
            let difference = DocumentDifference(from: try root.file(path) ?? [], to: release.document, file: root.path(path))
            return [.contract(.versionAlreadyPublished(release, difference, latest: latest))]
        }
        return version < latest ? [.contract(.versionWentBackwards(release, latest: latest))] : []
    }
}
