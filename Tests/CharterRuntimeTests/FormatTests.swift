import CharterRuntime
import Testing

@Suite("Text formats")
struct FormatTests {
    private func fits(_ text: String, _ format: APIDescription.StringFormat) -> Bool {
        SchemaValidationTests.api.faults(of: .string(text), against: .string(format: format)).isEmpty
    }

    @Test(
        "slug",
        arguments: [
            ("a", true), ("autumn-meetup-2", true), ("", false), ("-a", false), ("a-", false), ("a--b", false), ("A", false),
            ("a_b", false), ("é", false),
        ]
    )
    func slug(text: String, isOne: Bool) {
        #expect(fits(text, .slug) == isOne)
    }

    @Test(
        "uri",
        arguments: [
            ("https://a.example/x?y=%20#z", true), ("mailto:a@b", true), ("urn:isbn:1", true), ("https://[::1]/", true), ("", false),
            ("a", false),
            ("/a", false), ("//a/b", false), ("1a:b", false), ("a:", false), ("http://a b", false), ("http://é", false),
            ("http://a/%2", false),
            ("http://a/%zz", false), ("http://a/#b#c", false), (":a", false),
        ]
    )
    func uri(text: String, isOne: Bool) {
        #expect(fits(text, .uri) == isOne)
    }

    @Test(
        "email",
        arguments: [
            ("a@b", true), ("first.last+tag@mail.example.com", true), ("o'neil@example.com", true), ("", false), ("a", false),
            ("@b", false), ("a@", false),
            ("a@b@c", false), (".a@b", false), ("a.@b", false), ("a..b@c", false), ("a@-b", false), ("a@b-", false), ("a@b..c", false),
            ("a b@c", false),
            ("é@b", false), ("a@b\n", false), (String(repeating: "a", count: 65) + "@b", false),
            ("a@" + String(repeating: "b", count: 64), false),
        ]
    )
    func email(text: String, isOne: Bool) {
        #expect(fits(text, .email) == isOne)
    }

    @Test("timestamp, date and uuid are those of their types")
    func values() {
        #expect(fits("2026-05-01T10:23:18Z", .timestamp) && !fits("2026-05-01", .timestamp))
        #expect(fits("2026-05-01", .date) && !fits("2026-02-29", .date))
        #expect(fits("8ad4f7c2-9e3b-4a1c-bc2f-1d8e3a9b7c4d", .uuid) && !fits("8ad4f7c2", .uuid))
    }
}
