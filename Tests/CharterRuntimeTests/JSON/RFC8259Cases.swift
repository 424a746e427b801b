/// Texts of our own writing, by the sections of RFC 8259.
enum RFC8259Cases {
    /// A text that RFC 8259 lets readers take or refuse, and what this one does.
    struct Left: Sendable {
        var text: JSONText
        var isAccepted: Bool
        /// Whether it can be read as a `JSONValue` and passed over, but not read as a `Double`.
        var isBeyondDouble = false

        init(_ text: String, isAccepted: Bool, isBeyondDouble: Bool = false) {
            self.text = JSONText(text)
            self.isAccepted = isAccepted
            self.isBeyondDouble = isBeyondDouble
        }
    }

    static let left: [Left] = [
        // §9 lets a reader limit the depth.
        Left(String(repeating: "[", count: 65) + String(repeating: "]", count: 65), isAccepted: false),
        Left(String(repeating: "[", count: 500) + String(repeating: "]", count: 500), isAccepted: false),
        // §9 lets a reader limit the range and precision of numbers: a `JSONValue` keeps them all, a `Double` has its range.
        Left("1e400", isAccepted: true, isBeyondDouble: true),
        Left("-1e400", isAccepted: true, isBeyondDouble: true),
        Left("1.5e+9999", isAccepted: true, isBeyondDouble: true),
        Left("-1e+9999", isAccepted: true, isBeyondDouble: true),
        Left("1e999999999", isAccepted: true, isBeyondDouble: true),
        Left("0.4e006" + String(repeating: "9", count: 200), isAccepted: true, isBeyondDouble: true),
        Left("1" + String(repeating: "0", count: 400), isAccepted: true, isBeyondDouble: true),
        Left("1e-400", isAccepted: true),
        Left("123e-10000000", isAccepted: true),
        Left("123.456e-789", isAccepted: true),
        Left("1e-" + String(repeating: "9", count: 200), isAccepted: true),
        Left("0e999999999999", isAccepted: true),
        Left("100000000000000000000", isAccepted: true),
        Left("-123123123123123123123123123123", isAccepted: true),
        Left("18446744073709551616", isAccepted: true),
        Left("1" + String(repeating: "0", count: 300), isAccepted: true),
        // §8.1 lets a reader pass over the mark of a byte order, which nobody may write.
        Left("\u{FEFF}{}", isAccepted: false),
        // §8.2: half of a surrogate pair is no character.
        Left(#""\uD800""#, isAccepted: false),
        Left(#""\uDC00""#, isAccepted: false),
        Left(#""\uDADA""#, isAccepted: false),
        Left(#""\uDd1ea""#, isAccepted: false),
        Left(#""\uD800\uD800\n""#, isAccepted: false),
        Left(#""\uD800\uD800""#, isAccepted: false),
        Left(#""\uDC00\uD800""#, isAccepted: false),
        Left(#""\uD888\u1234""#, isAccepted: false),
        Left(#""\uD83Dx""#, isAccepted: false),
        Left(#""\uD83Dabcdef""#, isAccepted: false),
        Left(#""\uD83D\n""#, isAccepted: false),
        Left(#""\uD83D\u0041""#, isAccepted: false),
        Left(#""\uD83D\\uDE00""#, isAccepted: false),
        Left(#"{"\uD800":1}"#, isAccepted: false),
        Left(#"{"\uDFAA":0}"#, isAccepted: false),
    ]
}
