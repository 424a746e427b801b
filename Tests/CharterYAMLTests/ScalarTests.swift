import CharterYAML
import Testing

@Suite("Scalars")
struct ScalarTests {
    @Test(
        "keep the text as written when they are plain",
        arguments: ["no", "1.0", "0x1", "~", "null", "007", "1e3", "2001-01-01", "1..200", ":tag", "a#b", "GET /x/:id", "-1", "<<"]
    )
    func plain(text: String) {
        #expect(scalar(text) == YAMLScalar(text: text, isPlain: true))
    }

    @Test(
        "lose quotes and escapes, and know that they had them",
        arguments: [
            ("''", ""), ("\"\"", ""), ("'no'", "no"), ("\"a\\tb\\u00e9\\0\"", "a\tbé\0"), ("'a\\tb'", "a\\tb"),
            ("|\n  a\n   b\n", "a\n b\n"), ("|-\n  a\n", "a"), (">\n  a\n  b\n", "a b\n"), ("|+\n  a\n\n", "a\n\n"),
        ]
    )
    func quoted(written: String, text: String) {
        #expect(scalar(written) == YAMLScalar(text: text, isPlain: false))
    }

    /// The value of the key `a` when it is written so.
    private func scalar(_ written: String) -> YAMLScalar? {
        guard case .mapping(let entries) = parse("a: \(written)").root?.kind, case .scalar(let scalar) = entries.first?.value.kind else {
            return nil
        }
        return scalar
    }
}
