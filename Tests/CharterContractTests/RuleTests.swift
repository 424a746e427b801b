import CharterContract
import CharterYAML
import Foundation
import Testing

/// The rules as a whole: their names, their files, how grave they are, and what `spec/README.md` says of them.
@Suite("Rules")
struct RuleTests {
    private static let names = ContractRules.all.map { type(of: $0).name }

    /// A file of the package.
    private static func text(_ path: String) throws -> String {
        var root = URL(fileURLWithPath: #filePath)
        for _ in 1...3 { root.deleteLastPathComponent() }
        return try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
    }

    @Test("have different names in kebab case")
    func distinct() {
        #expect(Set(Self.names).count == Self.names.count)
        #expect(Self.names.count >= 40)
        #expect(Self.names.allSatisfy { $0.wholeMatch(of: /[a-z]+(-[a-z]+)*/) != nil })
    }

    @Test("have a file each, named as the rule is", arguments: ContractRules.all.map { String(describing: type(of: $0)) })
    func files(_ type: String) throws {
        let text = try Self.text("Sources/CharterContract/Rules/\(type).swift")
        #expect(text.contains("package struct \(type): "))
    }

    @Test("are all listed in spec/README.md, each with how grave it is, in the order of their names")
    func table() throws {
        let readme = try Self.text("spec/README.md")
        let listed = readme.matches(of: /\| `([a-z-]+)` \| (error|warning) \| [^|]+\. \|/).map { "\($0.output.1) \($0.output.2)" }
        let expected = ContractRules.severities.map { "\($0.key) \($0.value.rawValue)" }.sorted()
        #expect(listed == expected)
    }

    @Test(
        "are as grave as they say wherever no contract says something else",
        arguments: try Cases.names().filter { !$0.hasPrefix("lint-") }
    )
    func severities(_ name: String) throws {
        for diagnostic in try compileContract(Cases.source(name)).diagnostics {
            guard let severity = ContractRules.severities[diagnostic.rule] else { continue }
            #expect(diagnostic.severity == severity, "\(diagnostic.rule)")
        }
    }

    @Test("that only advise are silent until the errors are mended")
    func advice() throws {
        let types = "types: { Order: { type: string, about: An order. } }\n"
        #expect(TestContract.rules("endpoints: { GET /: { id: look, does: Look, returns: { 204: none } } }\n" + types) == ["unused-type"])
        #expect(TestContract.rules("endpoints: { GET /: { id: look, does: Look, returns: Odrer } }\n" + types) == ["unknown-type"])
    }
}
