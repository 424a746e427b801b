import CharterContract
import CharterYAML
import Foundation
import GoldenFiles
import Testing

/// The rules as a whole: their names, their files, how grave they are, and what `spec/README.md` says of them.
@Suite("Rules")
struct RuleTests {
    private static let names = ContractRules.all.map { type(of: $0).name }

    /// Where a file of the package is.
    private static func path(_ path: String) -> String {
        var root = URL(fileURLWithPath: #filePath)
        for _ in 1...3 { root.deleteLastPathComponent() }
        return root.appendingPathComponent(path).path
    }

    /// A file of the package.
    private static func text(_ path: String) throws -> String {
        try String(contentsOfFile: Self.path(path), encoding: .utf8)
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

    /// The names by which readers of contracts report a fault of form, as they stand in their sources; without those of rules.
    private static func formFaults() throws -> Set<String> {
        var names: Set<String> = []
        for folder in ["Sources/CharterContract/Reading", "Sources/CharterContract/Including", "Sources/CharterYAML"] {
            for file in try FileManager.default.subpathsOfDirectory(atPath: Self.path(folder)) where file.hasSuffix(".swift") {
                names.formUnion(try text("\(folder)/\(file)").matches(of: /rule: "([a-z-]+)"/).map { String($0.1) })
            }
        }
        return names.subtracting(Self.names)
    }

    @Test("of form are all named in spec/README.md, and no others")
    func faultsOfForm() throws {
        let readme = try Self.text("spec/README.md")
        let start = try #require(readme.firstRange(of: "`lint:` has no say in them: "))
        let listed = readme[start.upperBound...].prefix { $0 != "." }.matches(of: /`([a-z-]+)`/).map { String($0.1) }
        let expected = try Self.formFaults()
        #expect(listed == expected.sorted())
        #expect(expected.isSuperset(of: ["wrong-type", "burst-misplaced", "early-sunset", "yaml-syntax", "include-cycle"]))
    }

    @Test("report under names that spec/README.md has, in every case", .enabled(if: !GoldenFile.isRecording))
    func reported() throws {
        let known = try Self.formFaults().union(Self.names)
        let reported = try Cases.expected().matches(of: /(?m)^\S+: (?:error|warning): .* \[([a-z-]+)\]$/).map { String($0.1) }
        #expect(reported.count > 200)
        #expect(Set(reported).subtracting(known) == [])
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
