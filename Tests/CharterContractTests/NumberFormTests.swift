import CharterContract
import Testing

/// Which plain scalars are numbers, where a contract has JSON.
@Suite("Number forms")
struct NumberFormTests {
    @Test("are those of JSON, and no others")
    func everyShortText() throws {
        let texts = Self.texts(upTo: 5)
        let lines = texts.enumerated().map { "  n\($0): \($1)" }
        let endpoint = "endpoints: { GET /: { id: look, does: Look, returns: { 204: none } } }\n"
        let api = try TestContract.api(endpoint + "x-numbers:\n" + lines.joined(separator: "\n") + "\n")
        let values = try #require(api.extensions.first?.value)
        guard case .object(let members) = values else {
            Issue.record("the extension is no object")
            return
        }
        #expect(members.count == texts.count)
        var numbers = 0
        for (text, member) in zip(texts, members) {
            // RFC 8259 §6, as a grammar.
            let isNumber = text.wholeMatch(of: /-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?/) != nil
            #expect(member.value == (isNumber ? .number(text) : .string(text)), "\(text)")
            numbers += isNumber ? 1 : 0
        }
        #expect(numbers > 100)
    }

    /// Every text of so many of the characters of numbers that YAML takes for a plain scalar.
    private static func texts(upTo length: Int) -> [String] {
        var texts = [""]
        var all: [String] = []
        for _ in 1...length {
            texts = texts.flatMap { text in ["-", "0", "7", ".", "e", "+"].map { text + $0 } }
            all += texts
        }
        return all.filter { $0 != "-" }
    }
}
