import Foundation
import PackagePlugin

/// The folders whose contracts and templates a target may be made from.
///
/// SwiftPM runs the tool again when a file changed that lies in one of them, and not for any other file.
struct WatchedFolders {
    let urls: [URL]

    /// The folder of a target, those of the package's targets that it depends on, and the package's `spec/`.
    init(of target: any Target, in package: Package) {
        let own = Set(package.targets.map(\.id))
        let targets = [target] + target.recursiveTargetDependencies.filter { own.contains($0.id) }
        let spec = package.directoryURL.appending(path: "spec")
        let folders = targets.map(\.directoryURL) + (FileManager.default.fileExists(atPath: spec.path) ? [spec] : [])
        var known: Set<String> = []
        urls = folders.filter { known.insert($0.path).inserted }
    }

    /// Every contract, every settings file, every template and everything that was published in the folders, each once.
    var inputs: [URL] {
        var known: Set<String> = []
        return urls.flatMap(files).filter { known.insert($0.path).inserted }.sorted { $0.path < $1.path }
    }

    /// The names of the files of a release.
    private static let published = ["openapi.json", "index.json", "SHA256SUMS"]

    private func files(in folder: URL) -> [URL] {
        let all = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil, options: .skipsHiddenFiles)
        return (all?.compactMap { $0 as? URL } ?? []).filter { file in
            let isPublished = file.pathComponents.contains("published") && Self.published.contains(file.lastPathComponent)
            return isPublished || ["yaml", "yml", "mustache"].contains(file.pathExtension)
        }
    }
}
