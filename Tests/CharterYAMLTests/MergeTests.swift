import CharterYAML
import Testing

@Suite("Merge keys")
struct MergeTests {
    @Test(
        "splice mappings where they stand; own keys win, then the mapping named first",
        arguments: [
            ("own keys win, before and after", "{a: 1, <<: *x, b: 2}", "a=1 c=x b=2"),
            ("the first of a list wins", "{<<: [*y, *x]}", "b=y d=y a=x c=x"),
            ("a mapping may be written out", "{<<: {a: 5, z: 6}, a: 1}", "z=6 a=1"),
            ("in a list, too", "{<<: [{a: 5}, *x]}", "a=5 b=x c=x"),
            ("merged mappings may merge", "{<<: *z}", "a=x b=x c=x e=z"),
            ("nothing to merge", "{<<: [], a: 1}", "a=1"),
            ("a quoted '<<' is a key", "{'<<': 1}", "<<=1"),
            ("a tagged '<<' is a key", "{!!str <<: 1}", "<<=1"),
        ]
    )
    func precedence(name: String, mapping: String, expected: String) {
        let result = parse("[&x {a: x, b: x, c: x}, &y {b: y, d: y}, &z {<<: *x, e: z}, \(mapping)]")
        #expect(result.faults.isEmpty)
        #expect(lastMapping(of: result) == expected)
    }

    @Test("leave merged entries in their own place, and tell where they were merged")
    func places() {
        let result = parse("a: &a {k: v}\nb:\n  <<: *a\n")
        #expect(
            result.outline == """
                1:1-3:9 map
                  1:1-1:2 a:
                    1:7-1:13 map
                      1:8-1:9 k:
                        1:11-1:12 v
                  2:1-2:2 b:
                    3:3-3:9 map
                      1:8-1:9 k:
                        1:11-1:12 via 3:7-3:9 v
                """
        )
    }

    /// The entries of the last mapping of a list, as `key=value`.
    private func lastMapping(of result: YAMLResult) -> String? {
        guard case .sequence(let items) = result.root?.kind, case .mapping(let entries) = items.last?.kind else { return nil }
        return entries.map { entry in
            guard case .scalar(let scalar) = entry.value.kind else { return entry.key.text }
            return "\(entry.key.text)=\(scalar.text)"
        }
        .joined(separator: " ")
    }
}
