import CharterContract

/// What was published of one API, read from its folder and held to its checksums.
struct PublishedAPI {
    /// The name of its folder.
    let folder: String
    /// Whether the folder is there at all.
    private(set) var exists = false
    /// What the folder's index says; nil where it is missing or damaged.
    private(set) var index: APIIndex?
    /// The releases, the newest first.
    private(set) var releases: [PublishedRelease] = []
    /// What is no longer as it was published: each text names a file and says how to mend it.
    private(set) var damages: [String] = []

    private static let mend = "take it back from version control or a backup, since a published version never changes"

    init(_ name: String, in root: PublicationFolder) throws(PublicationFault) {
        folder = name
        guard let kind = try root.kind(of: name) else { return }
        guard kind == .folder else { throw .impossible("\(root.path(name)) cannot be read: it is no folder") }
        exists = true
        index = try root.file("\(name)/\(APIIndex.fileName)").flatMap { APIIndex($0) }
        let versions = try root.names(in: name).compactMap(ReleaseVersion.init).sorted(by: >)
        for version in versions { try read(version, in: root) }
        compareWithIndex(versions, in: root)
    }

    private mutating func read(_ version: ReleaseVersion, in root: PublicationFolder) throws(PublicationFault) {
        let path = "\(folder)/\(version)"
        guard try root.kind(of: path) == .folder else {
            return damages.append("\(root.path(path)) has the name of a release and is no folder: move it away or delete it")
        }
        let list = "\(path)/\(ChecksumList.fileName)"
        guard let sums = try root.file(list) else { return damages.append("\(root.path(list)) is missing: \(Self.mend)") }
        guard let checksums = ChecksumList(sums), let digest = checksums.digests[PublishedRelease.documentName] else {
            return damages.append("\(root.path(list)) is no longer what was published: \(Self.mend)")
        }
        for (name, digest) in checksums.digests.sorted(by: { $0.key < $1.key }) {
            let file = "\(path)/\(name)"
            if let bytes = try root.file(file) {
                guard SHA256.hexDigest(of: bytes) != digest else { continue }
                damages.append("\(root.path(file)) is no longer what was published, by \(root.path(list)): \(Self.mend)")
            } else {
                let fault = try root.kind(of: file) == nil ? "missing" : "no file of its own"
                damages.append("\(root.path(file)) is \(fault): \(Self.mend)")
            }
        }
        releases.append(PublishedRelease(version: version, digest: digest))
    }

    /// The index is written last, so it lists nothing that was not there once.
    ///
    /// - Parameter versions: those that stand in the folder, sound or not.
    private mutating func compareWithIndex(_ versions: [ReleaseVersion], in root: PublicationFolder) {
        let list = root.path("\(folder)/\(APIIndex.fileName)")
        for listed in index?.releases ?? [] {
            let path = root.path("\(folder)/\(listed.version)")
            if !versions.contains(listed.version) {
                damages.append("\(path) is missing, though \(list) lists it: \(Self.mend); to withdraw it, delete \(list) too")
            } else if releases.contains(where: { $0.version == listed.version && $0.digest != listed.digest }) {
                damages.append("\(path)/\(PublishedRelease.documentName) is no longer what was published, by \(list): \(Self.mend)")
            }
        }
    }
}
