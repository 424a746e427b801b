import CharterYAML
import Testing

@Suite("Faults")
struct FaultTests {
    @Test("that do not stop the reading are all found", arguments: continuing)
    func continues(_ example: FaultCase) {
        let result = parse(example.text)
        #expect(result.shortFaults == example.faults)
        #expect(result.root != nil)
    }

    @Test("that stop the reading are found where they are", arguments: ending)
    func ends(_ example: FaultCase) {
        let result = parse(example.text)
        #expect(result.shortFaults == example.faults)
        #expect(result.root == nil)
    }

    static let continuing = [
        FaultCase(
            "every duplicate key",
            "a: 1\nb: {x: 1, x: 2, x: 3}\na: {y: 1, 'y': 2}\n'a': 4\n",
            "2:11 duplicate-key",
            "2:17 duplicate-key",
            "3:1 duplicate-key",
            "3:11 duplicate-key",
            "4:1 duplicate-key"
        ),
        FaultCase("a second merge key", "a: &a {}\nb: {<<: *a, <<: *a}\n", "2:13 duplicate-key"),
        FaultCase("an alias that repeats a key", "&k a: 1\n*k : 2\n", "2:1 duplicate-key"),
        FaultCase(
            "keys that are collections",
            "? [a]\n: 1\n{b: 1}: 2\nc: {[d]: 3}\n",
            "1:3 key-not-scalar",
            "3:1 key-not-scalar",
            "4:5 key-not-scalar"
        ),
        FaultCase("an alias of a collection as key", "a: &a []\n*a : 1\n", "2:1 key-not-scalar"),
        FaultCase("unknown aliases", "a: *x\nb: [*y, &y 1]\n", "1:4 unknown-alias", "2:5 unknown-alias"),
        FaultCase("self-references", "a: &a [*a]\nb: &b\n  c: {d: *b}\n", "1:8 self-reference", "3:10 self-reference"),
        FaultCase("a value that reuses the name of an earlier one", "[&a 1, &a [*a]]", "1:12 self-reference"),
        FaultCase(
            "merges of what is no mapping",
            "a: {<<: 1}\nb: {<<: [{}, [], x]}\n",
            "1:9 merge-not-mapping",
            "2:14 merge-not-mapping",
            "2:18 merge-not-mapping"
        ),
        FaultCase("a merged alias of a text", "a: &a x\nb: {<<: *a}\n", "2:9 merge-not-mapping"),
    ]

    static let ending = [
        FaultCase("an empty file", "", "1:1 empty-document"),
        FaultCase("a byte order mark alone", "\u{FEFF}", "1:1 empty-document"),
        FaultCase("comments alone", "# a\n\n  # b\n", "1:1 empty-document"),
        FaultCase("a document of nothing", "---\n", "1:1 empty-document"),
        FaultCase("two documents", "a: 1\n---\nb: 2\n", "2:1 several-documents"),
        FaultCase("faults found before the end are kept", "a: 1\na: 2\nb: [\n", "2:1 duplicate-key", "4:1 yaml-syntax"),
        FaultCase("a tab as indentation", "a:\n\tb: 1\n", "2:1 yaml-syntax"),
        FaultCase("a tab before a block of text", "a: |\n\tx\n", "2:1 yaml-syntax"),
        FaultCase("an unclosed quote", "a: 'x\nb: 1\n", "3:1 yaml-syntax"),
        FaultCase("an unclosed list", "a: [1, 2\nb: 3\n", "2:2 yaml-syntax"),
        FaultCase("an unclosed list in a last line without line end", "a: [1", "1:6 yaml-syntax"),
        FaultCase("an unclosed mapping", "a: {b: 1\nc: 2\n", "2:2 yaml-syntax"),
        FaultCase("a bracket too many", "a: ]\n", "1:4 yaml-syntax"),
        FaultCase("a key without colon", "a: 1\nb\nc: 2\n", "3:1 yaml-syntax"),
        FaultCase("a colon in a plain text", "a: b: c\n", "1:5 yaml-syntax"),
        FaultCase("keys out of line", "a: 1\n  b: 2\n", "2:4 yaml-syntax"),
        FaultCase("keys out of line the other way", "  a: 1\nb: 2\n", "2:1 yaml-syntax"),
        FaultCase("a list where a text began", "a: - b\n", "1:4 yaml-syntax"),
        FaultCase("text after a quote", "a: 'x' y\n", "1:8 yaml-syntax"),
        FaultCase("a reserved character", "ä: @x\n", "1:4 yaml-syntax"),
        FaultCase("an unknown tag handle", "a: !x!y z\n", "1:4 yaml-syntax"),
        FaultCase("an unknown escape", "a: \"\\q\"\n", "1:5 yaml-syntax"),
        FaultCase("an alias without name", "a: *\n", "1:5 yaml-syntax"),
    ]
}
