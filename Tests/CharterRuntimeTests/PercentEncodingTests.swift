import CharterRuntime
import Testing

@Suite("PercentEncoding")
struct PercentEncodingTests {
    @Test(
        "leaves only unreserved characters",
        arguments: [("aZ09-._~", "aZ09-._~"), ("a b/c?d#e%+&=é", "a%20b%2Fc%3Fd%23e%25%2B%26%3D%C3%A9"), ("", "")]
    )
    func encoding(text: String, encoded: String) {
        #expect(PercentEncoding.encode(text) == encoded)
    }

    @Test("is undone", arguments: ["", "a b", "100%", "+", "é😀\u{0}\n", "%2F", "../..", "e\u{301}"])
    func roundTrip(text: String) {
        #expect(PercentEncoding.decode(PercentEncoding.encode(text)).map { Array($0.utf8) } == Array(text.utf8))
        #expect(PercentEncoding.decode(PercentEncoding.encode(text), plusIsSpace: true) == text)
    }

    @Test("reads a plus as a space in queries only")
    func plus() {
        #expect(PercentEncoding.decode("a+b%2B") == "a+b+")
        #expect(PercentEncoding.decode("a+b%2B", plusIsSpace: true) == "a b+")
    }

    @Test("reads digits in either case, once")
    func digits() {
        #expect(PercentEncoding.decode("%c3%A9") == "é")
        #expect(PercentEncoding.decode("%2541") == "%41")
    }

    @Test("refuses what is cut short or no UTF-8", arguments: ["%", "%4", "%zz", "%4g", "a%", "%FF", "%C3", "%C0%AF", "%ED%A0%80", "%é"])
    func malformed(text: String) {
        #expect(PercentEncoding.decode(text) == nil)
    }
}
