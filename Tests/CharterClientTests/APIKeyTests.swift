import CharterClient
import CharterRuntime
import Testing

@Suite("keys")
struct APIKeyTests {
    @Test("are shown by their prefix alone, however they are printed")
    func redaction() throws {
        let key = try SecretKey("sk_live_abc123")
        let client = ShopClient(key: key, transport: StubTransport(.json(200, "{}")))
        var dumped = ""
        dump(key, to: &dumped)
        dump(client, to: &dumped)
        let texts = ["\(key)", String(reflecting: key), "\(client)", "\([key])", String(describing: Optional(key)), dumped]
        for text in texts {
            #expect(text.contains("sk_live_…"))
            #expect(!text.contains("abc123"))
        }
        #expect(key.description == "sk_live_…")
        #expect(key.debugDescription == "SecretKey(sk_live_…)")
        #expect(key.text == "sk_live_abc123")
    }

    @Test(
        "are refused if no key of the kind looks like that",
        arguments: [
            ("pk_live_abc", InvalidKey.Fault.prefix), ("", .prefix), ("sk_live_", .empty), ("sk_live_abc\n", .characters),
            ("sk_live_abc\r\nX-Evil: 1", .characters), ("sk_live_ä", .characters), ("sk_live_a b", .characters),
        ]
    )
    func invalid(text: String, fault: InvalidKey.Fault) {
        let error = #expect(throws: InvalidKey.self) { try SecretKey(text) }
        #expect(error == InvalidKey(prefix: "sk_live_", fault: fault))
        #expect(error?.description.contains("abc") == false)
    }
}
