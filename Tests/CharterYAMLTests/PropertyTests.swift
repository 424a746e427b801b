import CharterYAML
import Testing

@Suite("Tags, anchors and aliases")
struct PropertyTests {
    @Test("are resolved, and are no part of a value's place", arguments: cases)
    func properties(_ example: OutlineCase) {
        let result = parse(example.text)
        #expect(result.faults.isEmpty)
        #expect(result.outline == example.outline)
    }

    static let cases = [
        OutlineCase(
            "a tag before every kind of value",
            "a: !t x\nb: !t # note\n  k: v\nc: !t\n- 1\nd: !t {e: !u , f: !v [1]}\ng: !t |\n  text\nh: !t\n",
            """
            1:1-9:6 map
              1:1-1:2 a:
                1:7-1:8 !t x
              2:1-2:2 b:
                3:3-3:7 !t map
                  3:3-3:4 k:
                    3:6-3:7 v
              4:1-4:2 c:
                5:1-5:4 !t list
                  5:3-5:4 1
              6:1-6:2 d:
                6:7-6:26 !t map
                  6:8-6:9 e:
                    6:13 !u \("")
                  6:16-6:17 f:
                    6:22-6:25 !v list
                      6:23-6:24 1
              7:1-7:2 g:
                7:7-8:7 !t 'text
            '
              9:1-9:2 h:
                9:6 !t \("")
            """
        ),
        OutlineCase(
            "tags are as written, standard ones in their long form",
            "[!assumed a, !!str b, !<verbatim> c, ! d, !a.b-c e]",
            """
            1:1-1:52 list
              1:11-1:12 !assumed a
              1:20-1:21 tag:yaml.org,2002:str b
              1:35-1:36 verbatim c
              1:40-1:41 ! d
              1:50-1:51 !a.b-c e
            """
        ),
        OutlineCase(
            "an alias keeps the place of the value, and has its own",
            "a: &x !t [1]\nb: *x\nc: &y !u\n",
            """
            1:1-3:9 map
              1:1-1:2 a:
                1:10-1:13 !t list
                  1:11-1:12 1
              2:1-2:2 b:
                1:10-1:13 !t via 2:4-2:6 list
                  1:11-1:12 1
              3:1-3:2 c:
                3:9 !u \("")
            """
        ),
        OutlineCase(
            "an anchor given again names the later value",
            "[&a 1, *a, &a 2, *a]",
            """
            1:1-1:21 list
              1:5-1:6 1
              1:5-1:6 via 1:8-1:10 1
              1:15-1:16 2
              1:15-1:16 via 1:18-1:20 2
            """
        ),
        OutlineCase(
            "keys may be tagged, anchored, and aliases of texts",
            "!t &k a: 1\nb: {*k : 2}\n",
            """
            1:1-2:12 map
              1:7-1:8 !t a:
                1:10-1:11 1
              2:1-2:2 b:
                2:4-2:12 map
                  2:5-2:7 !t a:
                    2:10-2:11 2
            """
        ),
    ]
}
