extension GenerationPlan {
    /// Makes the folder what the plan says.
    ///
    /// Files that are as they should be stay untouched.
    ///
    /// While files change, the manifest lists the old and the new ones together: a run that is cut off leaves nothing that the next one does
    /// not know as its own.
    ///
    /// - Throws: ``GenerationFault`` if a file stands in the way, before anything is written, or if the disk refuses.
    package func write(to folder: OutputFolder) throws(GenerationFault) {
        if let blocked = entries.first(where: { $0.change == .blocked }) {
            throw GenerationFault(
                "\(folder.shown(blocked.path)) was not generated, so it is not replaced: move it away or delete it",
                kind: .finding
            )
        }
        let changed = entries.filter { [.created, .updated].contains($0.change) && $0.path != Manifest.path }
        let deleted = entries.filter { $0.change == .deleted }
        let manifest = entries.first { $0.path == Manifest.path }
        if !(changed.isEmpty && deleted.isEmpty) {
            let generated = entries.filter { $0.change != .stray && $0.path != Manifest.path }.map(\.path)
            try folder.write(Manifest(files: Array(listedBefore.union(generated))).text, to: Manifest.path)
        }
        for entry in changed { try folder.write(entry.new ?? "", to: entry.path) }
        for entry in deleted { try folder.delete(entry.path) }
        if let contents = manifest?.new ?? finalManifest(changed + deleted) { try folder.write(contents, to: Manifest.path) }
    }

    /// The manifest to leave behind, if the one in the folder was replaced in between.
    private func finalManifest(_ touched: [Entry]) -> String? {
        guard !touched.isEmpty else { return nil }
        let files = entries.filter { [.created, .updated, .unchanged].contains($0.change) && $0.path != Manifest.path }
        return Manifest(files: files.map(\.path)).text
    }

    /// What differs, as a unified diff; files that nobody generated are named.
    package var diff: String {
        entries.map { entry in
            let path = "\(folder)/\(entry.path)"
            switch entry.change {
            case .unchanged: return ""
            case .stray: return "\(path): nothing generates this file: move it away or delete it\n"
            case .created: return unifiedDiff(from: nil, to: entry.new, path: path)
            case .updated, .blocked: return unifiedDiff(from: entry.old ?? "", to: entry.new, path: path)
            case .deleted: return unifiedDiff(from: entry.old ?? "", to: nil, path: path)
            }
        }.joined()
    }
}
