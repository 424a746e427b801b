import CharterConformance

/// The results as JUnit XML, which many services of continuous integration show: a suite for each family, unchecked checks as skipped ones.
struct JUnitReport {
    let bytes: [UInt8]

    init(_ report: ConformanceReport) {
        var lines = [#"<?xml version="1.0" encoding="UTF-8"?>"#, "<testsuites>"]
        for family in CheckFamily.allCases {
            let checks = report.checks.filter { $0.family == family }
            guard !checks.isEmpty else { continue }
            let counts = { (outcome: CheckResult.Outcome) in checks.count { $0.outcome == outcome } }
            lines.append(
                #"  <testsuite name="\#(family.rawValue)" tests="\#(checks.count)" failures="\#(counts(.failed))" skipped="\#(counts(.unchecked))">"#
            )
            lines += checks.map { Self.line($0, in: report.api) }
            lines.append("  </testsuite>")
        }
        bytes = Array((lines + ["</testsuites>", ""]).joined(separator: "\n").utf8)
    }

    private static func line(_ check: CheckResult, in api: String) -> String {
        let head = #"    <testcase classname="\#(escaped("\(api).\(check.family.rawValue)"))" name="\#(escaped(check.name))""#
        switch check.outcome {
        case .passed: return head + "/>"
        case .unchecked: return head + #"><skipped message="\#(escaped(check.actual))"/></testcase>"#
        case .failed:
            let place = check.place.map { "\($0.file):\($0.line):\($0.column): \(check.contract)\n" } ?? ""
            let text = "\(place)\(check.request)\nexpected: \(check.expected)\nactual: \(check.actual)\n\(check.curl)"
            return head + #"><failure message="\#(escaped(check.actual))">\#(escaped(text))</failure></testcase>"#
        }
    }

    /// The text as XML has it (XML 1.0 §2.2, §2.4); characters that XML does not have are shown as question marks.
    private static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "\n": escaped += "&#10;"
            case "\t", "\r", "\u{20}"..."\u{D7FF}", "\u{E000}"..."\u{FFFD}", "\u{10000}"..."\u{10FFFF}":
                escaped.unicodeScalars.append(scalar)
            default: escaped += "?"
            }
        }
        return escaped
    }
}
