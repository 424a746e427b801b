import CharterContract
import CharterYAML
import Foundation
import GoldenFiles
import Testing

/// Contracts with faults, in `cases/<name>/contract.yaml`, and beside each what the reader and its rules say.
@Suite("Cases")
struct CaseTests {
    @Test("say what is wrong, and where", arguments: try Cases.names())
    func diagnostics(_ name: String) throws {
        let source = try Cases.source(name)
        let compiled = compileContract(source)
        let text = DiagnosticRenderer(sources: [source]).render(compiled.diagnostics)
        try GoldenFile("cases/\(name)/expected.txt").expect(text)
        #expect((compiled.api == nil) == compiled.diagnostics.contains(where: \.isError))
    }

    @Test("cover every rule", .enabled(if: !GoldenFile.isRecording), arguments: ContractRules.all.map { type(of: $0).name })
    func coverage(_ rule: String) throws {
        #expect(try Cases.expected().contains("[\(rule)]"))
    }

    @Test("show no character that steers a terminal", .enabled(if: !GoldenFile.isRecording))
    func isSafeToPrint() throws {
        let steering = try Cases.expected().unicodeScalars.filter { scalar in
            (scalar.properties.generalCategory == .control && scalar != "\n" && scalar != "\t") || scalar.properties.isBidiControl
        }
        #expect(steering.isEmpty)
    }

    @Test("show the faults of a file in the order of its lines", arguments: try Cases.names())
    func order(_ name: String) throws {
        let places = try compileContract(Cases.source(name)).diagnostics.map(\.span.start)
        #expect(places == places.sorted())
    }

    @Test("report nothing twice", arguments: try Cases.names())
    func once(_ name: String) throws {
        let diagnostics = try compileContract(Cases.source(name)).diagnostics
        #expect(Set(diagnostics).count == diagnostics.count)
    }
}
