import CharterRuntime
import Testing

@Suite("places of fields")
struct FieldPlaceTests {
    private static let places: [(String, [FieldPlace.Step])] = [
        ("", []), ("a", [.member("a")]), ("a.b[2].c", [.member("a"), .member("b"), .item(2), .member("c")]),
        ("[0][1]", [.item(0), .item(1)]),
        (#"a["b.c"]"#, [.member("a"), .member("b.c")]), (#"["a[0]"].b"#, [.member("a[0]"), .member("b")]),
        (#"a[""]"#, [.member("a"), .member("")]), (#"a["\"\\"]"#, [.member("a"), .member(#""\"#)]), ("a.0", [.member("a"), .member("0")]),
    ]

    @Test("are written so that every name can be read again", arguments: places)
    func roundTrip(place: String, steps: [FieldPlace.Step]) {
        #expect(FieldPlace.place(behind: steps) == place)
        #expect(FieldPlace.steps(to: place) == steps)
    }

    @Test("are names where they are no places", arguments: [".", "a..b", "a[", "a[x]", #"a["b]"#, "a[0]b"])
    func noPlace(text: String) {
        #expect(FieldPlace.steps(to: text) == [.member(text)])
    }

    @Test("of faults name members of maps as they are")
    func maps() {
        let schema = APIDescription.Schema.object([.init("texts", .map(of: .string()))])
        let value = JSONValue.object(["texts": .object(["a.b": .integer(1), "c": .integer(2), "[0]": .integer(3)])])
        let api = APIDescription(name: "A", title: "A", version: "1.0.0", servers: [], errors: .problem, endpoints: [], types: [:])
        let fields = api.faults(of: value, against: schema, direction: .request).map(\.field)
        #expect(fields == [#"texts["[0]"]"#, #"texts["a.b"]"#, "texts.c"])
    }
}
