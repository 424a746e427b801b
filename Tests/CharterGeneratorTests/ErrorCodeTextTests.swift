import CharterContract
import CharterOpenAPI
import Testing

/// The codes of failures in what is generated: they are shown where callers get them.
@Suite("Codes of failures")
struct ErrorCodeTextTests {
    private static func contract(_ body: String) -> String {
        """
        errors: { body: \(body) }
        endpoints:
          POST /orders:
            id: placeOrder
            does: Place an order
            returns: { 201: none }
            fails: { 402: [{ code: card-refused, when: The card is refused. }, { code: no-card, when: There is no card. }] }
        """
    }

    private static func paymentFailure(_ body: String) throws -> OrderedJSON {
        let document = OpenAPIDocument(try SmallContract.api(contract(body))).json
        return try #require(document["paths"]?["/orders"]?["post"]?["responses"]?["402"])
    }

    @Test("are in the examples where they may be absent elsewhere, also in an object inside", arguments: [false, true])
    func optional(isNested: Bool) throws {
        let member = isNested ? "error?: { code: code }" : "code?: code"
        let failure = try Self.paymentFailure("{ message: message, \(member) }")
        let example = try #require(failure["content"]?["application/json"]?["example"])
        #expect((isNested ? example["error"]?["code"] : example["code"]) == "card-refused")
        #expect(failure["description"]?.text?.contains("- `card-refused`: The card is refused.") == true)
    }

    @Test("are nowhere where error bodies have no place for them")
    func absent() throws {
        let failure = try Self.paymentFailure("{ message: message }")
        #expect(failure["description"]?.text == "- The card is refused.\n- There is no card.")
        #expect(failure["content"]?["application/json"]?["example"] == ["message": "The card is refused."])
        let files = try SmallContract.files(Self.contract("{ message: message }"))
        let method = try #require(files["Client/SmallClient+PlaceOrder.swift"])
        #expect(method.contains("/// - 402: The card is refused.") && !method.contains("card-refused"))
    }

    @Test("are told beside each fault too")
    func inFaults() throws {
        let failure = try Self.paymentFailure("{ errors: { list: { why: fault-code } } }")
        #expect(failure["description"]?.text?.contains("`no-card`") == true)
    }
}
