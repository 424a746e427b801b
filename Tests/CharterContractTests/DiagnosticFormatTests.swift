import CharterContract
import CharterYAML
import Testing

/// Diagnostics for programs.
@Suite("Diagnostics for programs")
struct DiagnosticFormatTests {
    private static func span(_ file: String, _ start: (Int, Int), _ end: (Int, Int)) -> SourceSpan {
        let positions = [start, end].map { SourcePosition(line: $0.0, column: $0.1) }
        return SourceSpan(file: file, start: positions[0], end: positions[1])
    }

    private static let whole = Diagnostic(
        .warning,
        "100% of 'a, b: c'",
        rule: "some-rule",
        at: span("a,b:c%.yaml", (3, 5), (3, 9)),
        notes: [Diagnostic.Note("the other", at: span("d.yaml", (1, 2), (1, 3)))],
        help: "mend it\nnow"
    )

    @Test("are JSON with every place as lines and columns")
    func json() {
        #expect(
            Self.whole.json.compactText
                == #"{"file":"a,b:c%.yaml","start":{"line":3,"column":5},"end":{"line":3,"column":9},"severity":"warning","rule":"some-rule","#
                + #""message":"100% of 'a, b: c'","help":"mend it\nnow","notes":[{"file":"d.yaml","start":{"line":1,"column":2},"#
                + #""end":{"line":1,"column":3},"message":"the other"}]}"#
        )
        let bare = Diagnostic(.error, "no", rule: "r", at: Self.span("a", (1, 1), (1, 1)))
        #expect(bare.json["help"] == nil)
        #expect(bare.json["notes"] == [])
    }

    @Test("are workflow commands of one line, in which nothing ends a property or the command early")
    func github() {
        #expect(
            Self.whole.workflowCommand
                == "::warning file=a%2Cb%3Ac%25.yaml,line=3,col=5,endColumn=9,title=some-rule::"
                + "100%25 of 'a, b: c'%0Ad.yaml:1: the other%0Ahelp: mend it\u{FFFD}now"
        )
    }

    @Test("have no columns in a workflow command where they span several lines, and no end where they mark a point")
    func spans() {
        let lines = Diagnostic(.error, "m", rule: "r", at: Self.span("a", (1, 4), (3, 2)))
        #expect(lines.workflowCommand == "::error file=a,line=1,endLine=3,title=r::m")
        let point = Diagnostic(.error, "m", rule: "r", at: Self.span("a", (1, 4), (1, 4)))
        #expect(point.workflowCommand == "::error file=a,line=1,col=4,title=r::m")
    }

    @Test("cannot begin another command", arguments: ["\n::error::x", "\r\n::add-mask::y", "\u{1B}[31m"])
    func injection(_ text: String) {
        let command = Diagnostic(.error, text, rule: "r", at: Self.span(text, (1, 1), (1, 1)), help: text).workflowCommand
        #expect(command.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control })
        #expect(command.hasPrefix("::error file="))
    }
}
