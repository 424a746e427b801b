import ArgumentParser
import CharterConformance
import CharterContract
import CharterRuntime
import CharterYAML

/// How results are written.
enum ReportFormat: String, CaseIterable, ExpressibleByArgument {
    /// For people.
    case text
    /// One report for programs.
    case json
    /// Workflow commands of GitHub Actions.
    case github
}

/// Writes the report of a run.
struct ReportStyle {
    let contract: LoadedContract

    func text(of report: ConformanceReport, as format: ReportFormat) throws -> String {
        switch format {
        case .text: return lines(of: report).joined(separator: "\n")
        case .json: return String(decoding: try JSONCoding.encode(placed(report)), as: UTF8.self)
        case .github: return (annotations(of: report) + summary(of: report)).joined(separator: "\n")
        }
    }

    /// The report with the place of each check.
    func placed(_ report: ConformanceReport) -> ConformanceReport {
        var report = report
        for index in report.checks.indices {
            let span = contract.place(of: report.checks[index].contract)
            report.checks[index].place = CheckPlace(file: span.file, line: span.start.line, column: span.start.column)
        }
        return report
    }

    private func lines(of report: ConformanceReport) -> [String] {
        var lines: [String] = []
        for check in report.checks where check.outcome == .failed {
            let span = contract.place(of: check.contract)
            lines += [
                "\(span.file):\(span.start.line):\(span.start.column): error: \(check.name) [\(check.contract)]",
                "  request:  \(check.request)",
                "  expected: \(check.expected)", "  actual:   \(check.actual.withControlsShown)", "  \(check.curl)", "",
            ]
        }
        let unchecked = report.checks.filter { $0.outcome == .unchecked }
        if !unchecked.isEmpty {
            lines.append("unchecked:")
            lines += unchecked.map { "  \($0.name): \($0.actual.withControlsShown)" }
            lines.append("")
        }
        return lines + summary(of: report)
    }

    /// How many checks of each family came to what.
    private func summary(of report: ConformanceReport) -> [String] {
        func row(_ name: String, _ counts: OutcomeCounts) -> String {
            let columns = [counts.passed, counts.failed, counts.unchecked].map { count in
                let text = String(count)
                return String(repeating: " ", count: max(0, 10 - text.count)) + text
            }
            return name + String(repeating: " ", count: max(0, 14 - name.count)) + columns.joined()
        }
        let families = report.families
        let rows = CheckFamily.allCases.compactMap { family in families[family].map { row(family.rawValue, $0) } }
        let all = [row("all", report.totals)] + [report.run?.text, commonCause(of: report)].compactMap(\.self)
        return ["family            passed    failed unchecked"] + rows + all
    }

    /// What most of many failures say, so that nobody looks for a hundred causes of one; nil where they say different things.
    private func commonCause(of report: ConformanceReport) -> String? {
        let failed = report.checks.filter { $0.outcome == .failed }
        // What stands in parentheses is the reply, which is another each time.
        let groups = Dictionary(grouping: failed) { check in
            check.actual.firstRange(of: " (").map { String(check.actual[..<$0.lowerBound]) } ?? check.actual
        }
        guard failed.count >= 10, let most = groups.max(by: { ($0.value.count, $1.key) < ($1.value.count, $0.key) }),
            most.value.count * 2 > failed.count
        else { return nil }
        return "\(most.value.count) of the \(failed.count) failures may have one cause: \(most.key.withControlsShown)"
    }

    private func annotations(of report: ConformanceReport) -> [String] {
        report.checks.filter { $0.outcome != .passed }.map { check in
            let isFailure = check.outcome == .failed
            let parts = ["\(check.request)", "expected: \(check.expected)", "actual: \(check.actual)", check.curl]
            let text = isFailure ? parts.map(\.withControlsShown).joined(separator: "\n") : check.actual.withControlsShown
            let rule = isFailure ? check.name : "unchecked: \(check.name)"
            return Diagnostic(isFailure ? .error : .warning, text, rule: rule, at: contract.place(of: check.contract)).workflowCommand
        }
    }
}
