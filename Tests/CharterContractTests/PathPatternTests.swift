import CharterContract
import Testing

@Suite("Path patterns")
struct PathPatternTests {
    private static func pattern(_ text: String) throws -> PathPattern {
        let api = try TestContract.api(
            """
            path: { tag: { type: slug, about: A tag. }, id: { type: slug, about: An id. } }
            endpoints: { "GET \(text)": { id: look, does: Look, returns: { 204: none } } }
            """
        )
        return try api.endpoint("look").path
    }

    @Test("are written with colons or braces and shown in either way")
    func spellings() throws {
        let pattern = try Self.pattern("/shops/:tag/orders/{id}")
        #expect(pattern.colonText == "/shops/:tag/orders/:id")
        #expect(pattern.bracedText == "/shops/{tag}/orders/{id}")
        #expect(pattern.parameters == ["tag", "id"])
        #expect(pattern == (try Self.pattern("/shops/{tag}/orders/:id")))
    }

    @Test("of the root have no segments")
    func root() throws {
        let root = try Self.pattern("/")
        #expect(root.segments.isEmpty)
        #expect(root.colonText == "/")
        #expect(root.bracedText == "/")
        #expect(root.shape == "/")
    }

    @Test("have the same shape where only the names of parameters differ")
    func shape() throws {
        #expect(try Self.pattern("/shops/:tag").shape == Self.pattern("/shops/:id").shape)
        #expect(try Self.pattern("/shops/:tag").shape != Self.pattern("/shops/tag").shape)
    }

    @Test(
        "lie within a prefix by whole segments",
        arguments: [
            ("/shops/:tag/orders", "/shops/:id", true), ("/shops/:tag", "/shops/:tag", true), ("/shops", "/", true),
            ("/shopsOfOld", "/shops", false), ("/shops", "/shops/:tag", false), ("/shops/tag", "/shops/:tag", false),
            ("/shops/:tag", "/shops/tag", false),
        ]
    )
    func within(_ path: String, _ prefix: String, _ isWithin: Bool) throws {
        #expect(try Self.pattern(path).isWithin(Self.pattern(prefix)) == isWithin)
    }
}
