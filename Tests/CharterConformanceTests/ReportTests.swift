import CharterConformance
import CharterRuntime
import Testing

@Suite("conformance reports")
struct ReportTests {
    private func result(_ name: String, _ family: CheckFamily, _ outcome: CheckResult.Outcome) -> CheckResult {
        CheckResult(name: name, family: family, contract: "", outcome: outcome, request: "", expected: "", actual: "", curl: "")
    }

    @Test("tell how the run went and what came of the checks, by family too")
    func members() throws {
        let report = ConformanceReport(
            api: "Calendar",
            run: ConformanceRun(seed: .max, requests: 12, seconds: 0.5, stop: "12 requests"),
            checks: [result("a", .paging, .passed), result("b", .paging, .failed), result("c", .shapes, .unchecked)]
        )
        let bytes = try JSONCoding.encode(report)
        #expect(try JSONCoding.decode(ConformanceReport.self, from: bytes) == report)
        let begin = #"{"report":1,"api":"Calendar","run":{"seed":18446744073709551615,"requests":12,"seconds":0.5,"stop":"12 requests"},"#
        let counts = #""totals":{"passed":1,"failed":1,"unchecked":1},"families":{"paging":{"passed":1,"failed":1,"unchecked":0},"#
        #expect(String(decoding: bytes, as: UTF8.self).hasPrefix(begin + counts + #""shapes":{"passed":0,"failed":0,"unchecked":1}},"#))
    }

    @Test("of before are read still")
    func old() throws {
        let report = try JSONCoding.decode(ConformanceReport.self, from: Array(#"{"api":"Calendar","checks":[]}"#.utf8))
        #expect(report == ConformanceReport(api: "Calendar", checks: []))
    }
}
