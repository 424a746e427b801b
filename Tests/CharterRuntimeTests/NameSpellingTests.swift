import CharterRuntime
import Testing

@Suite("Spellings of names")
struct NameSpellingTests {
    @Test(arguments: [
        ("startsAt", "starts_at"), ("nextURL", "next_url"), ("HTTPStatus", "http_status"), ("userID2", "user_id2"), ("aBC", "a_bc"),
        ("already_so", "already_so"), ("_links", "_links"), ("Name", "name"), ("ID", "id"), ("x", "x"),
    ])
    func `words are joined by underscores, and abbreviations stay together`(name: String, expected: String) {
        #expect(APIDescription.JSONStyle.Casing.snakeCase.spelling(of: name) == expected)
    }

    @Test(arguments: [("starts_at", "startsAt"), ("next_url", "nextUrl"), ("startsAt", "startsAt"), ("x", "x")])
    func `words are joined by capitals`(name: String, expected: String) {
        #expect(APIDescription.JSONStyle.Casing.camelCase.spelling(of: name) == expected)
    }
}
