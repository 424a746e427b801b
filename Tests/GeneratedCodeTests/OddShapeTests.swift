import CharterRuntime
import OdditiesModels
import Testing

/// Unions, constants, maps, decimals and values of any kind, read and written by generated models.
@Suite("Generated models of odd shapes")
struct OddShapeTests {
    private static let basket = """
        {"id":"bsk_1","price":"12.50","class":"basket","form":"2","shape":"2fa","content":{"type":"bolt","length":3},
        "spare":{"type":"rope","metres":[1,2.5,null]},"all":[{"type":"self","weight":"0.10"}],"by-name":{"a b":{"type":"bolt"}},
        "deep":{"top":[{"depth":"-1"}]},"any":null,"anything":{"x":[true]}}
        """

    private func read<Value: JSONReadable>(_ type: Value.Type = Value.self, _ text: String) throws -> Value {
        try JSONCoding.decode(type, from: Array(text.utf8))
    }

    @Test("have the values of their JSON")
    func reading() throws {
        let basket = try read(Basket.self, Self.basket)
        #expect(basket.price.description == "12.50")
        #expect(basket.shape == .value2fa)
        #expect(basket.content == .bolt(Bolt(length: .value(3))))
        #expect(basket.all == [.selfValue(Nut(weight: try #require(DecimalNumber("0.1"))))])
        #expect(basket.byName == ["a b": .bolt(Bolt())])
        #expect(basket.deep?["top"]?.first?.depth == -1)
        #expect(basket.any == .null)
        #expect(basket.somethingElse == .object(["x": .array([.boolean(true)])]))
    }

    @Test("lose nothing on the way back, a type of a later version included")
    func roundTrip() throws {
        let basket = try read(Basket.self, Self.basket)
        guard case .unknown(tag: "rope", let rope) = basket.spare else {
            Issue.record("\(String(describing: basket.spare)) is no rope")
            return
        }
        #expect(rope["metres"] == .array([.integer(1), .number(2.5), .null]))
        #expect(try read(JSONValue.self, String(decoding: JSONCoding.encode(basket), as: UTF8.self)) == read(JSONValue.self, Self.basket))
    }

    @Test(
        "refuse what is not their shape",
        arguments: [
            (#""class":"basket""#, #""class":"bag""#), (#""form":"2""#, #""form":2"#), (#""shape":"2fa""#, #""shape":"oval""#),
            (#""price":"12.50""#, #""price":12.5"#), (#""price":"12.50""#, #""price":"12,50""#), (#""type":"bolt","length""#, #""length""#),
            (#"{"a b":"#, "[{"), (#""weight":"0.10""#, #""weight":null"#), (#""any":null,"#, ""),
        ]
    )
    func refusal(_ part: String, _ other: String) throws {
        let text = Self.basket.replacing(part, with: other)
        #expect(text != Self.basket)
        #expect(throws: JSONFault.self) { try read(Basket.self, text) }
    }

    @Test("fill in what is always the same")
    func constants() throws {
        let nut = Nut(weight: 2)
        #expect(try String(decoding: JSONCoding.encode(nut), as: UTF8.self) == #"{"type":"self","weight":"2"}"#)
        #expect(try read(Content.self, #"{"type":"self","weight":"2"}"#) == .selfValue(nut))
        #expect(Basket.Class("basket") == .basket)
        #expect(Basket.Class("bag") == nil)
    }

    @Test("write nothing for what a change leaves out")
    func change() throws {
        #expect(try JSONCoding.encode(BasketChange(price: 3)) == Array(#"{"price":"3"}"#.utf8))
    }

    @Test("are described as they are")
    func description() throws {
        let api = APIDescription.oddities
        let sent = try read(JSONValue.self, Self.basket)
        #expect(api.faults(of: sent, against: .named("Basket"), direction: .response) == [])
        #expect(api.faults(of: sent, against: .named("Basket")).map(\.field) == ["spare.type"])
        let wrong = """
            {"id":"b1","price":"1.234","class":"bag","form":"2","shape":"oval","content":{"type":"nut"},"all":[],"by-name":{"x":1},"any":1}
            """
        #expect(
            try api.faults(in: Array(wrong.utf8), against: .named("Basket"), direction: .response).map(\.field)
                == ["id", "price", "class", "shape", "by-name.x"]
        )
        #expect(api.endpoint(withID: "changeBasket")?.requestBody?.patch == .replaceNested)
        #expect(api.endpoint(withID: "listBaskets")?.rules == [.span(from: "from", to: "to", seconds: 2_678_400)])
    }
}
