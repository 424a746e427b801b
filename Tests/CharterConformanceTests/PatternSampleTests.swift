import CharterRuntime
import Testing

@testable import CharterConformance

@Suite("texts made up from patterns")
struct PatternSampleTests {
    @Test(
        "match as they are written",
        arguments: [
            ("^room_[0-9a-z]+$", "room_0"), ("^[A-Z]{2}[0-9]{2}[A-Z0-9]{10,30}$", "AA00AAAAAAAAAA"), ("(?:ab|c)*d?", ""),
            ("a|b", "a"),
            ("^([01][0-9]|2[0-3]):[0-5][0-9]$", "00:00"), (#"\d{3}\.\w"#, "000.a"), (#"^[^a\-]\bx+?$"#, "Ax"),
            ("(?<year>[0-9]{4})-", "0000-"),
            ("[-a]", "-"), ("[a-]", "a"), (#"\S{2}\s"#, "aa "), ("", ""),
        ] as [(String, String)]
    )
    func written(pattern: String, text: String) {
        #expect(PatternSample.text(of: pattern) == text)
    }

    @Test("are made of a form where they need name nothing: more items than a list may have, each another one")
    func invented() throws {
        let trials = ListTrials(of: .string(format: .slug, length: .init(3, 30)), .init(nil, 2), true, in: Shop.api).all
        guard case .array(let items)? = trials.first(where: { $0.name == "too-many" })?.value() else { return #expect(Bool(false)) }
        #expect(items == [.string("a00"), .string("a01"), .string("a02")])
        #expect(!trials.contains { $0.name == "most" })
        let ids = Shop.api.distinctValues(of: .string(format: .uuid), count: 12, invents: true)
        #expect(Set(try #require(ids)).count == 12)
    }

    @Test(
        "are another one each time where they are to be unique",
        arguments: ["^INV-[0-9]{6,9}$", "^(?:ref|no)_[a-z]{12}$", "^[A-Z]{2}\\d{10}$"]
    )
    func unique(pattern: String) throws {
        let schema = APIDescription.Schema.string(pattern: pattern)
        let texts = (0..<20).compactMap { _ in Shop.api.uniqueText(of: schema) }
        #expect(Set(texts).count == 20)
        #expect(texts.allSatisfy { Shop.api.faults(of: .string($0), against: schema).isEmpty })
    }

    @Test("have more than the least where that is asked for")
    func longer() {
        #expect(PatternSample.text(of: "^x+y{0,2}z$", extra: 3) == "xxxxyyz")
        let schema = APIDescription.Schema.string(length: .init(9), pattern: "^a[0-9]+$")
        #expect(Shop.api.inventedText(of: schema) == "a00000000")
    }

    @Test(
        "are not made where the pattern says what cannot be written down",
        arguments: ["(?=a)b", #"(a)\1"#, "[a", "(a", "a)", "*a", "(?<!a)b", #"\p{L}"#]
    )
    func unknown(pattern: String) {
        #expect(PatternSample.text(of: pattern) == nil)
    }
}
