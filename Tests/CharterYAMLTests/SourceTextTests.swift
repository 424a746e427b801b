import CharterYAML
import Testing

@Suite("Lines of a source")
struct SourceTextTests {
    @Test("are numbered from 1, and are without their ends")
    func lines() {
        let source = SourceText(file: "f", text: "\u{FEFF}one\r\nzwei é\rthree\n\u{2028}five\u{85}")
        #expect((0...7).map(source.line) == [nil, "one", "zwei é", "three", "", "five", "", nil])
        #expect(source.lineCount == 6)
        #expect(source.end == SourcePosition(line: 6, column: 1))
    }

    @Test("of an empty text are one")
    func empty() {
        let source = SourceText(file: "f", text: "")
        #expect(source.line(1) == "")
        #expect(source.line(2) == nil)
        #expect(source.line(.min) == nil)
    }

    @Test(
        "give every byte a position",
        arguments: [(0, 1, 1), (1, 1, 2), (2, 2, 1), (4, 2, 2), (5, 2, 3), (6, 3, 1), (99, 3, 1)]
    )
    func positions(offset: Int, line: Int, column: Int) {
        let source = SourceText(file: "f", text: "a\né!\n")
        #expect(source.position(ofByte: offset) == SourcePosition(line: line, column: column))
    }

    @Test("order positions by line, then by column")
    func order() {
        let positions = [(2, 1), (1, 9), (1, 2)].map(SourcePosition.init(line:column:))
        #expect(positions.sorted() == [positions[2], positions[1], positions[0]])
    }
}
