/// What readers of JSON are known to take, though it is none (RFC 8259).
enum LooseJSON: String, CaseIterable {
    case comma, comment
    case leadingZero = "leading-zero"
    case notANumber = "not-a-number"
    case halfSurrogate = "half-surrogate"
    case byteOrderMark = "byte-order-mark"

    /// A text that was JSON with an object, and is none.
    func spoiling(_ text: [UInt8]) -> [UInt8] {
        switch self {
        case .comma: text.dropLast() + Array(",}".utf8)
        case .comment: Array("/* */".utf8) + text
        case .leadingZero: adding("01", to: text)
        case .notANumber: adding("NaN", to: text)
        case .halfSurrogate: adding(#""\ud800""#, to: text)
        case .byteOrderMark: [0xef, 0xbb, 0xbf] + text
        }
    }

    private func adding(_ value: String, to text: [UInt8]) -> [UInt8] {
        let isEmpty = text.dropFirst().first { ![0x20, 0x09, 0x0a, 0x0d].contains($0) } == UInt8(ascii: "}")
        return Array("{\"z\":\(value)\(isEmpty ? "" : ",")".utf8) + text.dropFirst()
    }
}
