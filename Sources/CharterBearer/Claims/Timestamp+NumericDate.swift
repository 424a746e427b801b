import CharterRuntime
import CharterServer

extension Timestamp {
    /// The seconds of the years 1970 to 9999.
    ///
    /// An instant beyond them is most often one in milliseconds, and such a token would never end.
    private static let plausibleSeconds: ClosedRange<Int64> = 0...253_402_300_799

    /// Reads a `NumericDate` (RFC 7519 §2): seconds since 1970, with a fraction or without.
    ///
    /// - Throws: ``TokenFault/malformed`` for what is no number, or lies outside of the years 1970 to 9999.
    init(numericDate value: JSONValue) throws(TokenFault) {
        switch value {
        case .integer(let seconds) where Self.plausibleSeconds.contains(seconds): self.init(secondsSinceEpoch: seconds)
        case .number(let seconds): try self.init(fractionOf: seconds)
        case .exact(let number): try self.init(fractionOf: number.double ?? -1)
        default: throw .malformed
        }
    }

    private init(fractionOf seconds: Double) throws(TokenFault) {
        guard seconds >= 0, seconds < Double(Self.plausibleSeconds.upperBound) else { throw .malformed }
        let whole = seconds.rounded(.down)
        let nanoseconds = min(Int32((seconds - whole) * 1_000_000_000), 999_999_999)
        self.init(secondsSinceEpoch: Int64(whole), nanoseconds: nanoseconds)
    }
}
