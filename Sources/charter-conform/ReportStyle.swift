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
    private let contract: LoadedContract
    /// The report with the place of each check.
    let report: ConformanceReport

    init(_ report: ConformanceReport, of contract: LoadedContract) {
        var placed = report
        for index in placed.checks.indices {
            let span = contract.place(of: placed.checks[index].contract)
            placed.checks[index].place = CheckPlace(file: span.file, line: span.start.line, column: span.start.column)
        }
        (self.contract, self.report) = (contract, placed)
    }

    func text(as format: ReportFormat) throws -> String {
        switch format {
        case .text: return lines.joined(separator: "\n")
        case .json: return String(decoding: try JSONCoding.encode(report), as: UTF8.self)
        case .github: return (annotations + summary).joined(separator: "\n")
        }
    }

    private var lines: [String] {
        var lines: [String] = []
        for check in report.checks where check.outcome == .failed {
            let place = check.place.map { "\($0.file):\($0.line):\($0.column): " } ?? ""
            lines += [
                "\(place)error: \(check.name) [\(check.contract)]",
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
        return lines + summary
    }

    /// How many checks of each family came to what.
    private var summary: [String] {
        func row(_ name: String, _ counts: OutcomeCounts) -> String {
            let columns = [counts.passed, counts.failed, counts.unchecked].map { count in
                let text = String(count)
                return String(repeating: " ", count: max(0, 10 - text.count)) + text
            }
            return name + String(repeating: " ", count: max(0, 14 - name.count)) + columns.joined()
        }
        let families = report.families
        let rows = CheckFamily.allCases.compactMap { family in families[family].map { row(family.rawValue, $0) } }
        let all = [row("all", report.totals)] + [report.run?.text, commonCause].compactMap(\.self)
        return ["family            passed    failed unchecked"] + rows + all
    }

    /// What most of many failures say, so that nobody looks for a hundred causes of one; nil where they say different things.
    private var commonCause: String? {
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

    private var annotations: [String] {
        report.checks.filter { $0.outcome != .passed }.map { check in
            let isFailure = check.outcome == .failed
            let parts = ["\(check.request)", "expected: \(check.expected)", "actual: \(check.actual)", check.curl]
            let text = isFailure ? parts.map(\.withControlsShown).joined(separator: "\n") : check.actual.withControlsShown
            let rule = isFailure ? check.name : "unchecked: \(check.name)"
            return Diagnostic(isFailure ? .error : .warning, text, rule: rule, at: contract.place(of: check.contract)).workflowCommand
        }
    }
}
