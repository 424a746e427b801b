import CharterContract
import Testing

/// Names of the contract, spelled and guessed.
@Suite("Names")
struct NamingTests {
    @Test(
        "are spelled as Swift spells types and properties",
        arguments: [
            ("startsAt", "StartsAt", "startsAt"), ("starts_at", "StartsAt", "startsAt"), ("STARTS-AT", "StartsAt", "startsAt"),
            ("starts.at", "StartsAt", "startsAt"), ("HTTPStatus", "HTTPStatus", "httpStatus"), ("nextURL", "NextURL", "nextURL"),
            ("next_url", "NextUrl", "nextUrl"), ("READ_PUBLIC", "ReadPublic", "readPublic"), ("2fa", "2fa", "2fa"), ("id", "Id", "id"),
            ("ID", "ID", "id"),
            ("USER_ID", "UserId", "userId"), ("ADMIN", "Admin", "admin"), ("userId", "UserId", "userId"),
            ("X-API-Key", "XAPIKey", "xAPIKey"), ("a1B2", "A1B2", "a1B2"),
            ("__private__", "Private", "private"), ("", "", ""), ("---", "", ""), ("größe", "Größe", "größe"),
        ]
    )
    func spelling(_ name: String, _ upper: String, _ lower: String) {
        let words = IdentifierWords(name)
        #expect(words.upperCamel == upper)
        #expect(words.lowerCamel == lower)
    }

    @Test(
        "that were mistyped find the nearest one",
        arguments: [
            ("titel", "title"), ("TITLE", "title"), ("tite", "title"), ("tittle", "title"), ("retuns", "returns"), ("ttile", "title"),
            ("colour", nil), ("ab", nil), ("", nil), ("titlexyz", nil), ("a", nil),
        ]
    )
    func nearest(_ typed: String, _ name: String?) {
        #expect(nearestName(to: typed, among: ["about", "title", "returns"]) == name)
    }

    @Test("that are equally near give the first")
    func ties() {
        #expect(nearestName(to: "bar", among: ["car", "baz", "bar2"]) == "car")
        #expect(nearestName(to: "bar", among: ["car", "bar"]) == "bar")
        #expect(nearestName(to: "bar", among: []) == nil)
    }
}
