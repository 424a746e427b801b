extension Timestamp {
    /// The instant as header fields write it (RFC 9110 §5.6.7): `Fri, 01 May 2026 00:00:00 GMT`.
    package var httpDate: String {
        // Division that rounds down, also before 1970.
        let days = Int(secondsSinceEpoch >= 0 ? secondsSinceEpoch / 86_400 : (secondsSinceEpoch - 86_399) / 86_400)
        let time = Int(secondsSinceEpoch) - days * 86_400
        let date = CalendarDate(daysSinceEpoch: days)
        // The epoch was a Thursday.
        let weekday = Self.weekdays[((days + 4) % 7 + 7) % 7]
        return String(writingDigits: 29) { text in
            for character in weekday.unicodeScalars { text.write(character) }
            text.write(",")
            text.write(" ")
            text.write(date.day, digits: 2)
            text.write(" ")
            for character in Self.months[date.month - 1].unicodeScalars { text.write(character) }
            text.write(" ")
            text.write(date.year, digits: 4)
            for (sign, number) in [(" ", time / 3_600), (":", time / 60 % 60), (":", time % 60)] as [(Unicode.Scalar, Int)] {
                text.write(sign)
                text.write(number, digits: 2)
            }
            for character in " GMT".unicodeScalars { text.write(character) }
        }
    }

    /// The instant as RFC 3339 text in UTC with so many digits of a fraction, 0 to 9; what is finer is left out.
    package func text(fractionDigits: Int) -> String {
        String(writingDigits: 30) { write(into: &$0, fractionDigits: fractionDigits) }
    }

    private static let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
}
