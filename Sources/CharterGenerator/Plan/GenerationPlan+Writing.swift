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
        try refuseToReplace()
        let changed = entries.filter { [.created, .updated].contains($0.change) && $0.path != Manifest.path }
        let planned = entries.filter { [.created, .updated, .unchanged].contains($0.change) && $0.path != Manifest.path }.map(\.path)
        let both = listedBefore.union(planned)
        if both != listedBefore { try folder.write(Manifest(files: Array(both)).text, to: Manifest.path) }
        for entry in changed { try folder.write(entry.new ?? "", to: entry.path) }
        for entry in entries where entry.change == .deleted { try folder.delete(entry.path) }
        for entry in entries where entry.path == Manifest.path && entry.change != .unchanged {
            try folder.write(entry.new ?? "", to: entry.path)
        }
    }

    /// Makes sure that nothing would be replaced that nobody generated.
    ///
    /// - Throws: ``GenerationFault`` for a file that stands in the way, or for a damaged manifest, which cannot tell.
    package func refuseToReplace() throws(GenerationFault) {
        if let damage { throw damage }
        if let blocked = entries.first(where: { $0.change == .blocked }) {
            throw GenerationFault(
                "\(folder)/\(blocked.path) was not generated, so it is not replaced: move it away or delete it",
                kind: .finding
            )
        }
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
