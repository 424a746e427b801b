import CharterGenerator
import Foundation

/// The templates of a folder that go before those inside charter.
struct TemplateOverrides {
    let texts: [String: (text: String, file: String)]

    init(folder: String) throws {
        var texts: [String: (text: String, file: String)] = [:]
        guard SettingsFile.isFolder(folder), let paths = FileManager.default.enumerator(atPath: folder) else {
            Console.fail("\(folder) cannot be read: it is no folder")
            throw Outcome.impossible
        }
        for case let path as String in paths where path.hasSuffix(".mustache") {
            let file = "\(folder)/\(path)"
            guard let data = FileManager.default.contents(atPath: file), let text = String(data: data, encoding: .utf8) else {
                Console.fail("\(file) cannot be read as UTF-8")
                throw Outcome.impossible
            }
            texts[path] = (text, file)
        }
        self.texts = texts
    }
}

extension TemplateLibrary {
    /// The templates inside charter, but for those that a folder has, if there is one.
    static func overridden(by folder: String?) throws -> TemplateLibrary {
        try TemplateLibrary(overrides: try folder.map(TemplateOverrides.init)?.texts ?? [:])
    }
}
