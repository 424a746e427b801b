import CharterContract
import CharterYAML

/// The folders in which SwiftPM notices that a contract or a template was edited.
struct WatchedPlaces {
    private let folders: [String]

    init(folders: [String]) {
        self.folders = folders.map { $0.path(to: ".") }
    }

    /// Why an edited contract would go unnoticed, if it would.
    func fault(of path: String, at span: SourceSpan) -> Diagnostic? {
        if let fault = fault(ofFolder: path, at: span) { return fault }
        guard !path.hasSuffix(".yaml"), !path.hasSuffix(".yml") else { return nil }
        return unnoticed(path, at: span, help: "end its name in .yaml")
    }

    /// Why an edited template would go unnoticed, if it would.
    func fault(ofFolder path: String, at span: SourceSpan) -> Diagnostic? {
        let path = path.path(to: ".")
        let inside = folders.compactMap { folder -> Substring? in
            if path == folder { return "" }
            if folder == "." { return path.hasPrefix("../") || path.hasPrefix("/") ? nil : "/" + path[...] }
            let start = folder.hasSuffix("/") ? folder.dropLast() : folder[...]
            return path.hasPrefix(start + "/") ? path.dropFirst(start.count) : nil
        }
        guard !inside.isEmpty else {
            return unnoticed(
                path,
                at: span,
                help: "make this target depend on the one that has it in its folder, which needs a Swift file of its own; "
                    + "or move it into the folder of this target or into spec/ of the package"
            )
        }
        guard inside.allSatisfy({ $0.contains("/.") }) else { return nil }
        return unnoticed(path, at: span, help: "move it out of the hidden folder")
    }

    private func unnoticed(_ path: String, at span: SourceSpan, help: String) -> Diagnostic {
        Diagnostic(.error, "the build would not notice an edit of \(path)", rule: "unwatched-file", at: span, help: help)
    }
}
