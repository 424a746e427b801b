import CharterRuntime
import CharterServer
import Testing

@Suite("Keys that are made")
struct KeyMakerTests {
    private static let base62 = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")

    @Test("are the prefix of their kind and 36 letters and digits")
    func shape() throws {
        for (kind, prefix) in ["publishable": "pk_", "secret": "sk_"] {
            let key = try KeyMaker(.keys()).key(kind: kind)
            #expect(key.text.hasPrefix(prefix))
            #expect(key.text.dropFirst(3).count == 36 && key.text.dropFirst(3).allSatisfy(Self.base62.contains))
            #expect(key.hash == KeyHash(of: key.text))
        }
    }

    @Test("have the prefix of their environment")
    func environments() throws {
        let api = APIDescription.keys { api in
            api.credentials[0].kinds = [
                .init(name: "live", prefix: "sk_live_", use: .serverOnly, holds: .all, environment: "live"),
                .init(name: "test", prefix: "sk_test_", use: .serverOnly, holds: .all, environment: "test"),
            ]
        }
        #expect(try KeyMaker(api).key(kind: "live").text.hasPrefix("sk_live_"))
        #expect(try KeyMaker(api).key(kind: "test").text.hasPrefix("sk_test_"))
    }

    @Test("draw every character at every place, and no key twice")
    func chance() throws {
        let maker = KeyMaker(.keys())
        let texts = try (0..<2_000).map { _ in try maker.key(kind: "secret").text }
        #expect(Set(texts).count == texts.count)
        // That a character is missing at one place has a probability below 10⁻¹⁰.
        let columns = texts.map { Array($0.dropFirst(3).prefix(30)) }
        for place in 0..<30 { #expect(Set(columns.map { $0[place] }) == Set(Self.base62)) }
    }

    @Test("show eight characters behind the prefix, and what is hidden has 128 random bits")
    func shown() throws {
        let key = try KeyMaker(.keys()).key(kind: "secret")
        #expect(key.displayPrefix == key.text.prefix(3 + 8))
        // 22 characters of Base62 have 130 bits, 32 hexadecimal ones 128, and one less has too few.
        for (form, count) in ["[0-9a-f]{40}": 8, "[0-9a-f]{35}": 3, "[0-9a-f]{32}": 0, "key-[0-9a-f]{34}": 6] {
            let key = try maker(form).key(kind: "formed")
            #expect(key.displayPrefix == key.text.prefix("fk_".count + count), "\(form)")
        }
    }

    @Test(
        "match the form of their kind",
        arguments: [
            "[a-z0-9]{32}", "[0-9a-f]{40}", "[A-Z2-7]{26,}", "[A-Za-z0-9]{36}", "[A-Za-z0-9]{32}", "[A-Za-z0-9_-]{43}", #"\w{24,64}"#,
            "[0-9A-Z]+",
            #"\d{50}"#, ".{40}", "[^a-z]{40}", #"[0-9a-f]{8}_[0-9a-f]{32}"#, #"v1\.[a-z]+x?"#, "^[a-f0-9]{64}$", #"[\dA-F]{33}"#,
            "[a-z-]{40}",
        ]
    )
    func forms(form: String) throws {
        let pattern = try Regex(form)
        for _ in 0..<5 {
            let text = try maker(form).key(kind: "formed").text
            #expect(text.hasPrefix("fk_") && text.dropFirst(3).wholeMatch(of: pattern) != nil, "\(text)")
        }
    }

    @Test(
        "are refused with a form from which none can be made",
        arguments: [
            "(?:[a-z]{8}-){4}", "a|b", "[a-z", "[z-a]{40}", "[a-z]{", "[a-z]{2,1}", #"\p{L}{40}"#, "[a-z]+?", "[[a-z]]{40}", #"\s{40}"#,
            "é{40}",
            "(?=x)[a-z]{40}", #"[\s]{40}"#, "[a-z]{99999}",
        ]
    )
    func unreadableForms(form: String) throws {
        #expect(throws: KeyFault.formNotUnderstood(kind: "formed", form: form)) { try maker(form).key(kind: "formed") }
        #expect("\(KeyFault.formNotUnderstood(kind: "formed", form: form))".contains(form))
    }

    @Test("are refused with a form that leaves fewer than 128 random bits")
    func narrowForms() throws {
        for (form, bits) in ["[0-9a-f]{31}": 124, "[a-z0-9]{20}": 103, "key": 0, "[A-Za-z0-9]{21}": 125, #"\d{38}"#: 126] {
            #expect(throws: KeyFault.formTooNarrow(kind: "formed", form: form, bits: bits)) { try maker(form).key(kind: "formed") }
        }
    }

    @Test("are of a described kind, or of a credential without kinds")
    func described() throws {
        let api = APIDescription.keys { $0.credentials.append(.init(name: "plain", place: .header("X-Plain"), holds: .all)) }
        #expect(try KeyMaker(api).key(kind: nil, credential: "plain").text.count == 36)
        #expect(throws: KeyFault.unknownKind("bot", known: ["publishable", "secret"])) { try KeyMaker(api).key(kind: "bot") }
        #expect(throws: KeyFault.unknownKind("secret", known: [])) { try KeyMaker(api).key(kind: "secret", credential: "plain") }
        #expect(throws: KeyFault.kindMissing(id: "")) { try KeyMaker(api).key(kind: nil, credential: "apiKey") }
        #expect(throws: KeyFault.kindMissing(id: "")) { try KeyMaker(api).key(kind: nil, credential: "person") }
    }

    private func maker(_ form: String) -> KeyMaker {
        KeyMaker(.keys(with: .init(name: "formed", prefix: "fk_", form: form, use: .serverOnly, holds: .all)))
    }
}
