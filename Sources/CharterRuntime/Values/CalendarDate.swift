/// A day of the Gregorian calendar, as RFC 3339 writes it: `2026-05-01`.
public struct CalendarDate: Hashable, Sendable, Comparable {
    /// The year, 1 to 9999.
    public let year: Int
    /// The month, 1 to 12.
    public let month: Int
    /// The day of the month, 1 to 31.
    public let day: Int

    /// Creates a day.
    ///
    /// - Returns: nil for a day that the calendar does not have.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1, day <= Self.days(inMonth: month, of: year) else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    /// Whether the first day is the earlier one.
    public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }

    /// How many days a month of a year has, 28 to 31.
    package static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

extension CalendarDate {
    init?(reading reader: inout DigitReader) {
        guard let year = reader.number(digits: 4), reader.skip("-"), let month = reader.number(digits: 2), reader.skip("-"),
            let day = reader.number(digits: 2)
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// Days since 1970-01-01.
    ///
    /// Years are taken to begin in March, so that a leap day is the last of its year.
    package var daysSinceEpoch: Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    /// The day that is so many days after 1970-01-01, in the years 1 to 9999.
    package init(daysSinceEpoch days: Int) {
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }
}

extension CalendarDate: LosslessStringConvertible {
    /// Reads RFC 3339 `full-date` text; nil for anything else.
    public init?(_ text: String) {
        var text = text
        guard let day = text.withUTF8({ CalendarDate(utf8: $0) }) else { return nil }
        self = day
    }

    init?(utf8 bytes: UnsafeBufferPointer<UInt8>) {
        var reader = DigitReader(bytes)
        self.init(reading: &reader)
        guard reader.isAtEnd else { return nil }
    }

    /// The day as `YYYY-MM-DD`.
    public var description: String {
        String(writingDigits: 10, write)
    }

    /// Writes the ten characters of the day.
    func write(into text: inout DigitWriter) {
        text.write(year, digits: 4)
        text.write("-")
        text.write(month, digits: 2)
        text.write("-")
        text.write(day, digits: 2)
    }
}

extension CalendarDate: Codable {
    /// Reads RFC 3339 `full-date` text.
    public init(from decoder: any Decoder) throws {
        self = try decoder.decodeText("a date such as 2026-05-01", CalendarDate.init)
    }

    /// Writes RFC 3339 `full-date` text.
    public func encode(to encoder: any Encoder) throws {
        try encoder.encodeText(description)
    }
}
