import CharterRuntime

/// Texts that programs stumble over which expect others: characters of several parts, one that ends texts in C, and signs that mean something elsewhere.
enum OddTexts {
    static let all = ["a\u{0}b", "\u{1F469}\u{200D}\u{1F52C}\u{FFFF}\u{202E}e\u{301}", "100%'\"\\`;--${7*7}{{7*7}}%s<b>"]

    /// Longer than what is expected, and not too long for the first line of a request.
    static let long = String(repeating: "x", count: 2_000)

    /// A text cut or filled up to a length.
    static func fitting(_ text: String, _ length: APIDescription.Bounds<Int>) -> String {
        let scalars = text.unicodeScalars.prefix(length.maximum ?? .max)
        return String(String.UnicodeScalarView(scalars)) + String(repeating: "a", count: max(0, (length.minimum ?? 0) - scalars.count))
    }
}
