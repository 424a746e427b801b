import CharterContract
import CharterGenerator
import CharterYAML
import Testing

/// Contracts of a few lines, completed with what every contract must say.
enum SmallContract {
    /// What stands before the lines of a test.
    private static func head(title: String) -> String {
        """
        charter: 1
        api: Small
        title: \(title)
        version: 1.0.0
        servers: { production: https://small.example.com/v1 }
        promise: none

        """
    }

    /// The API of a contract that must be free of errors.
    static func api(title: String = "Small", _ lines: String) throws -> ResolvedAPI {
        try compiled(SourceText(file: "contract.yaml", bytes: Array((head(title: title) + lines).utf8)))
    }

    /// The API of a file that must be free of errors.
    static func compiled(_ source: SourceText) throws -> ResolvedAPI {
        let compiled = compileContract(source)
        let faults = DiagnosticRenderer(sources: [source]).render(compiled.diagnostics)
        return try #require(compiled.api, "\(faults)")
    }

    /// What is generated from a contract, by path.
    static func files(title: String = "Small", _ lines: String) throws -> [String: String] {
        try files(of: api(title: title, lines))
    }

    static func files(of api: ResolvedAPI, templates: TemplateLibrary? = nil) throws -> [String: String] {
        let files = try Emitters(templates: templates ?? TemplateLibrary()).files(for: api, as: .everything(of: api))
        return Dictionary(files.map { ($0.path, $0.contents) }) { first, _ in first }
    }
}
