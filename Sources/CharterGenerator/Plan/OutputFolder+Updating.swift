import Foundation

extension OutputFolder {
    /// Makes a file hold a text; one that does already is not touched.
    ///
    /// - Throws: ``GenerationFault`` if the disk refuses.
    package func update(_ path: String, to contents: String) throws(GenerationFault) {
        if FileManager.default.contents(atPath: shown(path)) == Data(contents.utf8) { return }
        try write(contents, to: path)
    }
}
