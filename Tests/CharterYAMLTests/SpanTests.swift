import CharterYAML
import Testing

@Suite("Places of keys and values")
struct SpanTests {
    @Test("are those in the file", arguments: cases)
    func places(_ example: OutlineCase) {
        let result = parse(example.text)
        #expect(result.faults.isEmpty)
        #expect(result.outline == example.outline)
    }

    static let cases = [
        OutlineCase("a plain scalar", "hello\n", "1:1-1:6 hello"),
        OutlineCase(
            "a nested block mapping ends with its last value",
            "a:\n  b: 1\n  c: two\n\n# note\nd: 3\n",
            """
            1:1-6:5 map
              1:1-1:2 a:
                2:3-3:9 map
                  2:3-2:4 b:
                    2:6-2:7 1
                  3:3-3:4 c:
                    3:6-3:9 two
              6:1-6:2 d:
                6:4-6:5 3
            """
        ),
        OutlineCase(
            "a block list, indented or not, ends with its last item",
            "a:\n- 1\n- 2\n\nb:\n  - 3\n\n",
            """
            1:1-6:6 map
              1:1-1:2 a:
                2:1-3:4 list
                  2:3-2:4 1
                  3:3-3:4 2
              5:1-5:2 b:
                6:3-6:6 list
                  6:5-6:6 3
            """
        ),
        OutlineCase(
            "flow collections include their brackets",
            "a: [1, {b: 2 }, []]\n",
            """
            1:1-1:20 map
              1:1-1:2 a:
                1:4-1:20 list
                  1:5-1:6 1
                  1:8-1:15 map
                    1:9-1:10 b:
                      1:12-1:13 2
                  1:17-1:19 list
            """
        ),
        OutlineCase(
            "a single pair in a list ends with its value",
            "[a: 1 , b]",
            """
            1:1-1:11 list
              1:2-1:6 map
                1:2-1:3 a:
                  1:5-1:6 1
              1:9-1:10 b
            """
        ),
        OutlineCase(
            "quotes belong to the text",
            "\"a b\": 'it''s' # note\n",
            """
            1:1-1:15 map
              1:1-1:6 a b:
                1:8-1:15 'it's'
            """
        ),
        OutlineCase(
            "texts over several lines",
            "a: one\n  two\nb: \"three\n  four\"\n",
            """
            1:1-4:8 map
              1:1-1:2 a:
                1:4-2:6 one two
              3:1-3:2 b:
                3:4-4:8 'three four'
            """
        ),
        OutlineCase(
            "a block of text ends with its last line",
            "a: |-\n  one\n  two\n\n\nb: >-\n  end",
            """
            1:1-7:6 map
              1:1-1:2 a:
                1:4-3:6 'one\ntwo'
              6:1-6:2 b:
                6:4-7:6 'end'
            """
        ),
        OutlineCase(
            "columns count code points, not bytes",
            "é: \"日本\"\nü: x\n",
            """
            1:1-2:5 map
              1:1-1:2 é:
                1:4-1:8 '日本'
              2:1-2:2 ü:
                2:4-2:5 x
            """
        ),
        OutlineCase(
            "a byte order mark has no width",
            "\u{FEFF}a: !t b\n",
            """
            1:1-1:8 map
              1:1-1:2 a:
                1:7-1:8 !t b
            """
        ),
        OutlineCase(
            "lines end with CR LF, or CR",
            "a: 1\r\nb: !t 2\rc: 3\r\n",
            """
            1:1-3:5 map
              1:1-1:2 a:
                1:4-1:5 1
              2:1-2:2 b:
                2:7-2:8 !t 2
              3:1-3:2 c:
                3:4-3:5 3
            """
        ),
        OutlineCase(
            "a value left out is a point after its key or dash",
            "a:   # none\nb:\n  -\n? c\n\n",
            """
            1:1-4:4 map
              1:1-1:2 a:
                1:3 \("")
              2:1-2:2 b:
                3:3-3:4 list
                  3:4 \("")
              4:3-4:4 c:
                4:4 \("")
            """
        ),
    ]
}
