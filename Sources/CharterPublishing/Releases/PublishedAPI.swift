import Foundation

/// What was published of one API, read from its folder and held to its checksums.
struct PublishedAPI {
    /// The name of its folder.
    let folder: String
    /// What the folder's index says; nil where it is missing or damaged.
    private(set) var index: APIIndex?
    /// The releases, the newest first.
    private(set) var releases: [PublishedRelease] = []
    /// What is no longer as it was published: each text names a file and says how to mend it.
    private(set) var damages: [String] = []

    private static let mend = "back from version control or a backup, since a published version never changes"

    init(_ folder: String, in root: PublicationFolder) throws(PublicationFault) {
        self.folder = folder
        guard let kind = try root.kind(of: folder) else { return }
        guard kind == .typeDirectory else {
            damages.append("\(root.path(folder)) is no folder: move it away or delete it")
            return
        }
        index = try root.file("\(folder)/\(IndexFile.name)").flatMap { APIIndex($0) }
        let versions = try root.names(in: folder).compactMap(ReleaseVersion.init(rawValue:)).sorted(by: >)
        for version in versions { try read(version, in: root) }
        for listed in index?.releases ?? [] where !versions.contains(listed.version) {
            let (path, list) = (root.path("\(folder)/\(listed.version)"), root.path("\(folder)/\(IndexFile.name)"))
            damages.append("\(path) is missing, though \(list) lists it: take it \(Self.mend)")
        }
    }

    private mutating func read(_ version: ReleaseVersion, in root: PublicationFolder) throws(PublicationFault) {
        let path = "\(folder)/\(version)"
        guard try root.kind(of: path) == .typeDirectory else {
            return damages.append("\(root.path(path)) has the name of a release and is no folder: move it away or delete it")
        }
        let names = [PublishedRelease.documentName, PublishedRelease.checksumsName]
        for name in try root.names(in: path) where !names.contains(name) {
            damages.append("\(root.path("\(path)/\(name)")) was not published: move it away or delete it")
        }
        var files: [[UInt8]] = []
        for name in names {
            if let bytes = try root.file("\(path)/\(name)") {
                files.append(bytes)
            } else {
                let fault = try root.kind(of: "\(path)/\(name)") == nil ? "missing" : "no file of its own"
                damages.append("\(root.path("\(path)/\(name)")) is \(fault): take it \(Self.mend)")
            }
        }
        guard files.count == names.count else { return }
        let release = PublishedRelease(version: version, sha256: SHA256.hexDigest(of: files[0]))
        releases.append(release)
        let (document, list) = (root.path("\(path)/\(names[0])"), root.path("\(folder)/\(IndexFile.name)"))
        if files[1] != PublishedRelease.checksums(release.sha256) {
            damages.append("\(document) and \(names[1]) beside it do not match: take both \(Self.mend)")
        } else if index?.releases.contains(where: { $0.version == version && $0.sha256 != release.sha256 }) == true {
            damages.append("\(document) is no longer what was published, by \(list): take it \(Self.mend)")
        }
    }
}
