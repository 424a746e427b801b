import CharterContract
import Testing

/// Names of a contract as names of Swift.
@Suite("A Swift identifier")
struct SwiftIdentifierTests {
    @Test(
        "of a value is in lower camel case",
        arguments: [
            ("title", "title"), ("startsAt", "startsAt"), ("starts_at", "startsAt"), ("STARTS-AT", "startsAt"), ("starts.at", "startsAt"),
            ("HTTPStatus", "httpStatus"), ("nextURL", "nextURL"), ("Type", "type"), ("id", "id"), ("ID", "id"), ("$what", "what"),
            ("class", "`class`"), ("init", "`init`"), ("default", "`default`"), ("In", "`in`"), ("self", "selfValue"),
            ("Self", "selfValue"),
            ("2fa", "value2fa"), ("1", "value1"), ("", "value"), ("---", "value"), ("größe", "größe"), ("Größe", "größe"), ("日本", "日本"),
            ("in progress", "inProgress"), ("a\"b\\c", "aBC"), ("a\nb", "aB"), ("🙂", "value"), ("async", "async"), ("as", "`as`"),
        ]
    )
    func value(_ name: String, _ identifier: String) {
        #expect(SwiftIdentifier.value(name) == identifier)
        #expect(SwiftIdentifier.bareValue(name) == identifier.filter { $0 != "`" })
    }

    @Test(
        "of a property is none that Hashable has",
        arguments: [("hashValue", "hashValueField"), ("hash-value", "hashValueField"), ("in", "`in`")]
    )
    func property(_ name: String, _ identifier: String) {
        #expect(SwiftIdentifier.property(name) == identifier)
    }

    @Test(
        "of a type is in upper camel case",
        arguments: [
            ("event", "Event"), ("starts_at", "StartsAt"), ("HTTPStatus", "HTTPStatus"), ("class", "Class"), ("2fa", "Value2fa"),
            ("", "Value"),
            ("größe", "Größe"), ("$", "Value"),
        ]
    )
    func type(_ name: String, _ identifier: String) {
        #expect(SwiftIdentifier.type(name) == identifier)
    }
}
