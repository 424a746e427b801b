import CharterYAML
import Testing

@Suite("Limits")
struct LimitTests {
    @Test(
        "on depth hold for every way to nest",
        arguments: [
            (String(repeating: "[", count: 100_000), "1:65"),
            (String(repeating: "{", count: 100_000), "1:65"),
            (String(repeating: "{a: ", count: 100_000), "1:257"),
            (String(repeating: "- ", count: 100_000), "1:129"),
            (String(repeating: "? ", count: 100_000), "1:129"),
            ((0..<2_500).map { String(repeating: " ", count: $0) + "a:\n" }.joined(), "65:65"),
            ("- &a0 []\n" + (1..<5_000).map { "- &a\($0) [*a\($0 - 1)]\n" }.joined(), "64:9"),
        ]
    )
    func depth(text: String, place: String) {
        #expect(parse(text).shortFaults == ["\(place) too-deep"])
    }

    @Test("on depth let the deepest allowed document pass", arguments: [64, 3])
    func deepestAllowed(depth: Int) {
        let limits = YAMLLimits(maximumDepth: depth)
        let brackets = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        #expect(parse(brackets, limits: limits).faults.isEmpty)
        #expect(parse("[\(brackets)]", limits: limits).shortFaults == ["1:\(depth + 1) too-deep"])
    }

    @Test("on growth stop a bomb of aliases, of merges, and of short tags")
    func growth() {
        let laughs = (1..<60).map { "- &a\($0) [\(Array(repeating: "*a\($0 - 1)", count: 9).joined(separator: ", "))]\n" }.joined()
        let bomb = parse("- &a0 [x, x, x, x, x, x, x, x, x]\n" + laughs)
        #expect(bomb.shortFaults == ["7:8 alias-growth"])
        #expect(bomb.faults.first?.related.map { TreeOutline.place($0.span) } == "6:7-6:52")

        let base = "- &b {\((0..<100).map { "k\($0): 1" }.joined(separator: ", "))}\n"
        let merges = String(repeating: "- {<<: *b}\n", count: 6_000)
        #expect(parse(base + merges).faults.map(\.rule) == ["alias-growth"])

        let tags = "%TAG !a! \(String(repeating: "x", count: 1_000_000))\n---\n" + String(repeating: "- !a!x y\n", count: 100_000)
        #expect(parse(tags).shortFaults == ["3:3 too-large"])
    }

    @Test("on nodes count keys, values and what aliases stand for")
    func nodes() {
        let limits = YAMLLimits(maximumNodes: 6)
        #expect(parse("[1, 2, 3, 4, 5]", limits: limits).faults.isEmpty)
        #expect(parse("[1, 2, 3, 4, 5, 6]", limits: limits).shortFaults == ["1:17 too-many-nodes"])
        #expect(parse("{a: 1, b: 2}", limits: limits).faults.isEmpty)
        #expect(parse("{a: 1, b: 2, c: 3}", limits: limits).shortFaults == ["1:17 too-many-nodes"])
        #expect(parse("[&a [1, 2], 3, *a]", limits: limits).shortFaults == ["1:16 alias-growth"])
        #expect(parse("[&a [1], 3, *a]", limits: limits).faults.isEmpty)
    }

    @Test("on size count bytes")
    func size() {
        let limits = YAMLLimits(maximumBytes: 4)
        #expect(parse("a: 1", limits: limits).faults.isEmpty)
        #expect(parse("a: é", limits: limits).shortFaults == ["1:1 too-large"])
    }

    @Test("on directives keep libyaml from comparing each with all")
    func directives() {
        let directives = (0..<100_000).map { "%TAG !a\($0)! x\n" }.joined()
        #expect(parse(directives + "---\na: 1\n").shortFaults == ["65:1 too-large"])
    }

    @Test("leave room for a flat file of 3 MB")
    func largeFile() {
        let text = (0..<110_000).map { "key\($0): value number \($0)\n" }.joined()
        let result = parse(text)
        #expect(result.faults.isEmpty)
        guard case .mapping(let entries) = result.root?.kind else {
            Issue.record("not a mapping")
            return
        }
        #expect(entries.count == 110_000)
        #expect(entries.last.map { TreeOutline.place($0.value.span) } == "110000:12-110000:31")
    }
}
