import CharterContract
import CharterYAML
import GoldenFiles
import Testing

/// No rule is kept that changes nothing: without it, some contract with faults would be taken for a better one.
@Suite("Needed rules")
struct NeededRuleTests {
    @Test(
        "change what is said of some case",
        .enabled(if: !GoldenFile.isRecording),
        arguments: ContractRules.all.map { type(of: $0).name }
    )
    func isNeeded(_ rule: String) throws {
        let others = ContractRules.all.filter { type(of: $0).name != rule }
        #expect(others.count == ContractRules.all.count - 1)
        // A rule can change only what is said of the cases that it is named in.
        let cases = try Cases.names().filter { try Cases.expected($0).contains("[\(rule)]") }
        let changed = try cases.contains { name in
            let source = try Cases.source(name)
            let read = readContract(source, reading: unreadable)
            let left = read.contract?.diagnostics(by: others, after: read.diagnostics) ?? read.diagnostics
            return try DiagnosticRenderer(sources: [source]).render(left) != Cases.expected(name)
        }
        #expect(changed, "no case needs \(rule)")
    }
}
