import CharterContract
import CharterYAML
import GoldenFiles
import Testing

/// No rule is kept that changes nothing: without it, some contract with faults would be taken for a better one.
@Suite("Needed rules")
struct NeededRuleTests {
    /// What is said of each case, read once for all rules.
    private static let expected = Result { try Dictionary(uniqueKeysWithValues: Cases.names().map { ($0, try Cases.expected($0)) }) }

    @Test(
        "change what is said of some case",
        .enabled(if: !GoldenFile.isRecording),
        arguments: ContractRules.all.map { type(of: $0).name }
    )
    func isNeeded(_ rule: String) throws {
        let others = ContractRules.all.filter { type(of: $0).name != rule }
        #expect(others.count == ContractRules.all.count - 1)
        // A rule can change only what is said of the cases that it is named in.
        let cases = try Self.expected.get().filter { $0.value.contains("[\(rule)]") }
        let changed = try cases.contains { name, said in
            let source = try Cases.source(name)
            let read = readContract(source, reading: unreadable)
            let left = read.contract?.diagnostics(by: others, after: read.diagnostics) ?? read.diagnostics
            return DiagnosticRenderer(sources: [source]).render(left) != said
        }
        #expect(changed, "no case needs \(rule)")
    }
}
