import CharterContract

/// What publishing a release would do in the folder of its API, made in memory from what that holds.
struct ReleasePlan {
    /// What is published of the API already.
    let published: PublishedAPI
    /// Why the release cannot be published; nothing is written then.
    let refusals: [PublicationFault.Refusal]
    /// The index of the API once the release is published.
    let index: APIIndex
    /// The release first, then the copy of the latest one, then the index, so that each says only what is there already.
    ///
    /// Files that are as they should be stay untouched.
    let steps: [PublicationStep]
    let publication: Publication

    init(_ release: Release, in root: PublicationFolder) throws(PublicationFault) {
        published = try PublishedAPI(release.folder, in: root)
        refusals = try Self.refusals(release, published, in: root)
        let version = release.version.value
        let path = "\(release.folder)/\(version)"
        let isNew = !published.releases.contains { $0.version == version }
        let added = isNew ? [PublishedRelease(version: version, sha256: release.sha256)] : []
        var latest = release.document
        if let newest = published.releases.first?.version, newest > version {
            latest = try root.file("\(release.folder)/\(newest)/\(PublishedRelease.documentName)") ?? []
        }
        index = APIIndex(api: release.api.value, latest: latest, releases: added + published.releases)
        var derived: [PublicationStep] = []
        var rewritten: [String] = []
        for (name, bytes) in [(PublishedRelease.documentName, latest), (IndexFile.name, index.bytes)] {
            let path = "\(release.folder)/\(name)"
            if try root.file(path) == bytes { continue }
            derived.append(.replace(path, with: bytes))
            rewritten.append(root.path(path))
        }
        steps = (isNew ? [.addRelease(path, files: release.files)] : []) + derived
        publication = Publication(path: root.path(path), isNew: isNew, rewritten: isNew ? [] : rewritten)
    }

    private static func refusals(
        _ release: Release,
        _ published: PublishedAPI,
        in root: PublicationFolder
    ) throws(PublicationFault) -> [PublicationFault.Refusal] {
        if let owner = published.index?.api, owner != release.api.value {
            return [.contract(.apiFolderTaken(release, by: owner, at: root.path(release.folder)))]
        }
        if !published.damages.isEmpty { return published.damages.map(PublicationFault.Refusal.folder) }
        let hasReleases = !published.releases.isEmpty
        let foreign = [
            try root.refusal(toReplace: "\(release.folder)/\(PublishedRelease.documentName)", hasReleases: hasReleases) { bytes in
                published.releases.contains { $0.sha256 == SHA256.hexDigest(of: bytes) }
            },
            try root.refusal(toReplace: "\(release.folder)/\(IndexFile.name)", hasReleases: hasReleases) { APIIndex($0) != nil },
        ]
        return foreign.compactMap(\.self) + (try versionFault(release, published, in: root).map { [.contract($0)] } ?? [])
    }

    /// A version that is published already may be published again, as long as it is the same.
    private static func versionFault(
        _ release: Release,
        _ published: PublishedAPI,
        in root: PublicationFolder
    ) throws(PublicationFault) -> Diagnostic? {
        let version = release.version.value
        guard let latest = published.releases.first?.version else { return nil }
        guard let same = published.releases.first(where: { $0.version == version }) else {
            return version < latest ? .versionWentBackwards(release, latest: latest) : nil
        }
        if same.sha256 == release.sha256 { return nil }
        let path = "\(release.folder)/\(version)/\(PublishedRelease.documentName)"
        let difference = firstDifference(from: try root.file(path) ?? [], to: release.document, file: root.path(path))
        return .versionAlreadyPublished(release, at: difference, latest: latest)
    }
}
