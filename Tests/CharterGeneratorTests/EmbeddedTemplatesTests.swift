import CharterGenerator
import Foundation
import Testing

/// The executable carries the files of `Templates/`, and uses each.
@Suite("Embedded templates")
struct EmbeddedTemplatesTests {
    @Test("are the files of Templates/")
    func names() throws {
        #expect(try EmbeddedTemplates.all.keys.sorted() == RepositoryFolder.files("Templates").keys.sorted())
    }

    @Test("have the bytes of Templates/", arguments: EmbeddedTemplates.all.keys.sorted())
    func bytes(_ path: String) throws {
        #expect(try EmbeddedTemplates.all[path].map { Data($0.utf8) } == RepositoryFolder.files("Templates")[path])
    }

    @Test("are all used", arguments: EmbeddedTemplates.all.keys.sorted())
    func use(_ path: String) throws {
        let marked = (EmbeddedTemplates.all[path] ?? "") + "\n// This template was used.\n"
        let templates = try TemplateLibrary(overrides: [path: (text: marked, file: path)])
        let files = try ["library", "shapes", "nested-types", "kept-fields", "conventions"].flatMap { name in
            try SmallContract.files(of: ContractCase(name: name).api(), templates: templates).values
        }
        #expect(files.contains { $0.contains("// This template was used.") })
    }
}
