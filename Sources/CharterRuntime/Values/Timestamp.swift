/// An instant in UTC, exact to the nanosecond, as RFC 3339 writes it: `2026-05-01T10:23:18.114Z`.
public struct Timestamp: Hashable, Sendable, Comparable {
    /// Whole seconds since 1970-01-01T00:00:00Z, leap seconds not counted.
    public var secondsSinceEpoch: Int64
    /// The rest, 0 to 999,999,999.
    public var nanoseconds: Int32 {
        didSet { Self.check(nanoseconds) }
    }

    /// Creates an instant.
    public init(secondsSinceEpoch: Int64, nanoseconds: Int32 = 0) {
        Self.check(nanoseconds)
        self.secondsSinceEpoch = secondsSinceEpoch
        self.nanoseconds = nanoseconds
    }

    private static func check(_ nanoseconds: Int32) {
        precondition((0..<1_000_000_000).contains(nanoseconds), "nanoseconds are 0 to 999,999,999")
    }

    /// Whether the first instant is the earlier one.
    public static func < (left: Timestamp, right: Timestamp) -> Bool {
        (left.secondsSinceEpoch, left.nanoseconds) < (right.secondsSinceEpoch, right.nanoseconds)
    }
}

extension Timestamp: LosslessStringConvertible {
    /// Reads an RFC 3339 `date-time` of the years 0001 to 9999, with any offset and up to nine digits of a fraction.
    ///
    /// A leap second, `23:59:60` in UTC at the end of a month, is the second behind it, as in POSIX.
    ///
    /// - Returns: nil for anything else, also for days that the calendar does not have.
    public init?(_ text: String) {
        var text = text
        guard let instant = text.withUTF8({ Timestamp(utf8: $0) }) else { return nil }
        self = instant
    }

    init?(utf8 bytes: UnsafeBufferPointer<UInt8>) {
        var reader = DigitReader(bytes)
        guard let day = CalendarDate(reading: &reader), reader.skip("T") || reader.skip("t"),
            let hour = reader.number(digits: 2), hour < 24, reader.skip(":"),
            let minute = reader.number(digits: 2), minute < 60, reader.skip(":"),
            let second = reader.number(digits: 2), second <= 60
        else { return nil }
        var nanoseconds: Int32 = 0
        if reader.skip(".") {
            guard let fraction = reader.fraction(maximumDigits: 9) else { return nil }
            nanoseconds = fraction
        }
        var offset = 0
        if !(reader.skip("Z") || reader.skip("z")) {
            let isNegative = reader.skip("-")
            guard isNegative || reader.skip("+"), let hours = reader.number(digits: 2), hours < 24, reader.skip(":"),
                let minutes = reader.number(digits: 2), minutes < 60
            else { return nil }
            offset = (hours * 60 + minutes) * (isNegative ? -60 : 60)
        }
        guard reader.isAtEnd else { return nil }
        let seconds = day.daysSinceEpoch * 86_400 + hour * 3_600 + minute * 60 + second - offset
        if second == 60 { guard seconds % 86_400 == 0, CalendarDate(daysSinceEpoch: seconds / 86_400).day == 1 else { return nil } }
        self.init(secondsSinceEpoch: Int64(seconds), nanoseconds: nanoseconds)
        // An offset can lead out of the years that the text can name: such an instant could not be written again.
        guard isWritable else { return nil }
    }

    /// Whether RFC 3339 has a text for it: it is of the years 0001 to 9999.
    package var isWritable: Bool { (-62_135_596_800...253_402_300_799).contains(secondsSinceEpoch) }

    /// The instant as RFC 3339 text in UTC, with three, six or nine digits of a fraction where there is one; of years that RFC 3339 does not have, its
    /// seconds alone.
    public var description: String {
        guard isWritable else { return "\(secondsSinceEpoch) seconds since 1970" }
        return String(writingDigits: 30) { write(into: &$0, fractionDigits: neededFractionDigits) }
    }

    /// None, three, six or nine: what the fraction needs.
    var neededFractionDigits: Int {
        if nanoseconds == 0 { return 0 }
        if nanoseconds % 1_000_000 == 0 { return 3 }
        return nanoseconds % 1_000 == 0 ? 6 : 9
    }

    /// Writes an instant of the years 0001 to 9999 in UTC; what is finer than the digits of the fraction is left out.
    func write(into text: inout DigitWriter, fractionDigits: Int) {
        let second = Int(secondsSinceEpoch)
        // Division that rounds down, also before 1970.
        let days = second >= 0 ? second / 86_400 : (second - 86_399) / 86_400
        let time = second - days * 86_400
        CalendarDate(daysSinceEpoch: days).write(into: &text)
        text.write("T")
        text.write(time / 3_600, digits: 2)
        text.write(":")
        text.write(time / 60 % 60, digits: 2)
        text.write(":")
        text.write(time % 60, digits: 2)
        if fractionDigits > 0 {
            var fraction = Int(nanoseconds)
            for _ in fractionDigits..<9 { fraction /= 10 }
            text.write(".")
            text.write(fraction, digits: fractionDigits)
        }
        text.write("Z")
    }
}

extension Timestamp: Codable {
    /// Reads RFC 3339 text.
    public init(from decoder: any Decoder) throws {
        self = try decoder.decodeText("a timestamp such as 2026-05-01T10:23:18Z", Timestamp.init)
    }

    /// Writes RFC 3339 text.
    ///
    /// - Throws: `EncodingError` for an instant of other years than 0001 to 9999.
    public func encode(to encoder: any Encoder) throws {
        guard isWritable else {
            throw EncodingError.invalidValue(self, .init(codingPath: encoder.codingPath, debugDescription: "beyond the years 0001 to 9999"))
        }
        try encoder.encodeText(description)
    }
}
