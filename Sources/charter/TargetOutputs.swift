import CharterGenerator

/// The files that the build plugin promises for each target, whatever is in them.
struct TargetOutputs {
    let folder: OutputFolder

    /// Writes the files whose contents differ from what is there, so that nothing is compiled again in vain.
    ///
    /// A module cannot have two files of one name, and `Client.swift` is likely to be somebody's own.
    ///
    /// - Throws: ``GenerationFault`` if the disk refuses.
    func write(_ files: [GeneratedFile]) throws(GenerationFault) {
        for file in files {
            let path = file.path.hasSuffix(".swift") ? "Generated\(file.path)" : file.path
            try folder.update(path, to: file.contents)
        }
    }
}
