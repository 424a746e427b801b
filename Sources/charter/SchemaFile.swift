import CharterContract
import Foundation

/// A file that holds the JSON Schema of the contract language.
struct SchemaFile {
    let path: String

    /// Writes the schema, unless it stands there already.
    ///
    /// - Returns: whether the file was written.
    /// - Throws: ``Outcome/findings`` if something else stands there, which is left as it is; else what the system said.
    func write() throws -> Bool {
        let content = Data(LanguageSchema.document.prettyText.utf8)
        let present: Data
        do {
            present = try Data(contentsOf: URL(fileURLWithPath: path))
        } catch let error where error.systemCode == ENOENT {
            try FileManager.default.createDirectory(atPath: path.folderOfFile, withIntermediateDirectories: true)
            try place(content, replacing: false)
            return true
        }
        guard present != content else { return false }
        guard LanguageSchema.begins(String(decoding: present, as: UTF8.self)) else {
            Console.fail("\(path) is no schema of contracts, so it is not replaced: choose another name with --output")
            throw Outcome.findings
        }
        try place(content, replacing: true)
        return true
    }

    private func place(_ content: Data, replacing: Bool) throws {
        try Draft.place(at: path, replacing: replacing) { draft in
            try content.write(to: URL(fileURLWithPath: draft))
        }
    }
}
