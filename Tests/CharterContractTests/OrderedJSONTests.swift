import CharterContract
import Testing

@Suite("Ordered JSON")
struct OrderedJSONTests {
    private static let value: OrderedJSON = [
        "zebra": 1, "apple": [true, .null, [:], []], "none": nil, "nested": ["b": "x", "a": .number("1.50")],
    ]

    @Test("keeps the order of members and leaves absent ones out")
    func compact() {
        #expect(Self.value.compactText == #"{"zebra":1,"apple":[true,null,{},[]],"nested":{"b":"x","a":1.50}}"#)
    }

    @Test("is indented by two spaces a level")
    func pretty() {
        #expect(
            Self.value.prettyText == """
                {
                  "zebra": 1,
                  "apple": [
                    true,
                    null,
                    {},
                    []
                  ],
                  "nested": {
                    "b": "x",
                    "a": 1.50
                  }
                }

                """
        )
    }

    @Test(
        "escapes what must be escaped and nothing else",
        arguments: [
            ("\"\\", #""\"\\""#), ("\n\r\t", #""\n\r\t""#), ("\r\n", #""\r\n""#), ("\u{0}\u{1F}", #""\u0000\u001f""#),
            ("\u{7F}/é🏪\u{2028}", "\"\u{7F}/é🏪\u{2028}\""), ("e\u{301}", "\"e\u{301}\""),
        ]
    )
    func escapes(_ text: String, _ json: String) {
        #expect(Array(OrderedJSON.string(text).compactText.unicodeScalars) == Array(json.unicodeScalars))
    }

    @Test("finds members by name")
    func members() {
        #expect(Self.value["zebra"] == 1)
        #expect(Self.value["none"] == nil)
        #expect(OrderedJSON.array([])["zebra"] == nil)
    }
}
