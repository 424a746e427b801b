import CharterContract
import CharterYAML
import Foundation
import Testing

/// The contracts that documents show must be contracts.
@Suite("Contracts shown in documents")
struct DocumentationTests {
    @Test("compile without a word", arguments: ["README.md", "spec/README.md"])
    func examples(document: String) throws {
        let text = try String(contentsOf: repository.appendingPathComponent(document), encoding: .utf8)
        let contracts = text.matches(of: /```yaml\n(charter:(?:.|\n)*?)```/).map { String($0.1) }
        #expect(!contracts.isEmpty)
        for contract in contracts {
            let compiled = compileContract(SourceText(file: document, text: contract))
            #expect(compiled.diagnostics.map(\.message) == [])
            #expect(compiled.api != nil)
        }
    }

    @Test("give the fault that the readme shows")
    func fault() throws {
        let text = try String(contentsOf: repository.appendingPathComponent("README.md"), encoding: .utf8)
        let contract = try #require(text.firstMatch(of: /```yaml\n(charter:(?:.|\n)*?)```/)).1.replacing(
            "scope: WRITE\n",
            with: "scope: WRTE\n"
        )
        let source = SourceText(file: "shop.yaml", text: String(contract))
        let shown = DiagnosticRenderer(sources: [source]).render(compileContract(source).diagnostics)
        let indented = shown.split(separator: "\n").map { "    \($0)\n" }.joined()
        #expect(text.contains(indented), "\(indented)")
    }
}
