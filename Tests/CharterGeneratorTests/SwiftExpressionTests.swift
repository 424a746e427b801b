@testable import CharterGenerator
import Testing

/// How expressions are laid out.
@Suite("A Swift expression")
struct SwiftExpressionTests {
    private let long = SwiftExpression.atom(String(repeating: "x", count: 100))

    private func call(_ arguments: (String?, SwiftExpression)...) -> SwiftExpression {
        .call("f", arguments.map { SwiftExpression.Argument(label: $0.0, value: $0.1) })
    }

    @Test("stays on one line where it fits")
    func fits() {
        let expression = call(("a", .string("\"")), (nil, .array([.atom("1"), .atom("2")])), ("d", .dictionary([("k", .atom("v"))])))
        #expect(expression.lines(prefix: "let x = ", indentation: 4, suffix: ",") == [##"let x = f(a: #"""#, [1, 2], d: ["k": v]),"##])
    }

    @Test("of nothing is written as Swift does")
    func empty() {
        #expect(SwiftExpression.array([]).oneLine == "[]")
        #expect(SwiftExpression.dictionary([]).oneLine == "[:]")
        #expect(call().oneLine == "f()")
    }

    @Test("fills a line to its last column")
    func lastColumn() {
        let text = SwiftExpression.array([.atom(String(repeating: "x", count: 138))])
        #expect(text.lines(indentation: 0).count == 1)
        #expect(text.lines(indentation: 1).count == 3)
        #expect(text.lines(indentation: 0, suffix: ",").count == 3)
    }

    @Test("keeps a column free for the last comma of each collection of several elements")
    func columnForCommas() {
        func lines(_ count: Int) -> Int {
            let inner = SwiftExpression.array([.atom("a"), .atom(String(repeating: "x", count: count - 12))])
            let lines = SwiftExpression.array([inner, .array([.atom("b")])]).lines(indentation: 0)
            if lines.count == 1 { #expect(lines[0].count == count) }
            return lines.count
        }
        #expect(lines(138) == 1)
        #expect(lines(139) > 1)
    }

    @Test("that does not fit has an argument on each line, and no comma behind the last")
    func brokenCall() {
        let lines = call(("a", long), ("b", long)).lines(prefix: "try ", indentation: 0, suffix: ",")
        #expect(lines == ["try f(", "    a: \(long.oneLine),", "    b: \(long.oneLine)", "),"])
    }

    @Test("of several elements ends each with a comma")
    func brokenCollections() {
        #expect(SwiftExpression.array([long, long]).lines(indentation: 0) == ["[", "    \(long.oneLine),", "    \(long.oneLine),", "]"])
        let entries = SwiftExpression.dictionary([("a", long), ("b", long)])
        #expect(entries.lines(indentation: 0) == ["[", "    \"a\": \(long.oneLine),", "    \"b\": \(long.oneLine),", "]"])
    }

    @Test("of one element has no comma behind it")
    func oneElement() {
        let array = SwiftExpression.array([long])
        #expect(array.lines(prefix: "let aLongName: [APIDescription.Endpoint] = ", indentation: 4).map(\.last) == ["[", "x", "]"])
    }

    @Test("breaks from the outside in")
    func nested() {
        let lines = call(("a", call(("b", .array([long, long])), ("c", .atom("1")))), ("d", call(("e", .atom("2"))))).lines(indentation: 0)
        #expect(
            lines == [
                "f(", "    a: f(", "        b: [", "            \(long.oneLine),", "            \(long.oneLine),", "        ],",
                "        c: 1", "    ),", "    d: f(e: 2)", ")",
            ]
        )
    }

    @Test("puts what cannot break on a line of its own where it would not fit behind its key")
    func longKey() {
        let key = String(repeating: "k", count: 60)
        let lines = SwiftExpression.dictionary([(key, long)]).lines(indentation: 0)
        #expect(lines == ["[", "    \"\(key)\":", "        \(long.oneLine)", "]"])
    }

    @Test("shows a text of several lines as such only at its top")
    func texts() {
        let text = SwiftExpression.string("a\nb")
        #expect(text.lines(prefix: "a: ", indentation: 0, suffix: ",") == ["a: \"\"\"", "    a", "    b", "    \"\"\","])
        #expect(text.lines(indentation: 0) == ["\"\"\"", "a", "b", "\"\"\""])
        #expect(call(("a", .string("a\nb"))).lines(indentation: 0) == [#"f(a: "a\nb")"#])
    }
}
