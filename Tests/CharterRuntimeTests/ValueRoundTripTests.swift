import Foundation
import Testing

@testable import CharterRuntime

/// Values that are text in JSON, over all that they can hold, against the calendar of Foundation.
@Suite("Values as text")
struct ValueRoundTripTests {
    private static let seconds: ClosedRange<Int64> = -62_135_596_800...253_402_300_799

    @Test("instants are read as they are written, with any digits and any offset", arguments: 0..<10 as Range<UInt64>)
    func instants(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<500 {
            let digits = Int.random(in: 0...9, using: &generator)
            let unit = (digits..<9).reduce(1 as Int32) { unit, _ in unit * 10 }
            let instant = Timestamp(
                secondsSinceEpoch: .random(in: Self.seconds, using: &generator),
                nanoseconds: .random(in: 0..<1_000_000_000, using: &generator) / unit * unit
            )
            let text = String(decoding: try JSONCoding.encode(instant, fractionDigits: digits), as: UTF8.self).filter { $0 != "\"" }
            #expect(text.utf8.count == (digits == 0 ? 20 : 21 + digits))
            #expect(Timestamp(text) == instant, "seed \(seed): \(text)")
            #expect(Timestamp(text.lowercased()) == instant)
            #expect(Timestamp(instant.description) == instant)
            // The same instant elsewhere on earth.
            let minutes = Int.random(in: -1_439...1_439, using: &generator)
            let local = Timestamp(secondsSinceEpoch: instant.secondsSinceEpoch + Int64(minutes * 60), nanoseconds: instant.nanoseconds)
            guard local.isWritable else { continue }
            let (hour, minute) = (abs(minutes) / 60, abs(minutes) % 60)
            let offset = "\(minutes < 0 ? "-" : "+")\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
            #expect(Timestamp(local.description.dropLast() + offset) == instant, "seed \(seed): \(local) \(offset)")
        }
    }

    @Test("what is finer than the digits of an instant is left out", arguments: 0...9)
    func digits(count: Int) throws {
        let instant = Timestamp(secondsSinceEpoch: -1, nanoseconds: 987_654_321)
        let fraction = count == 0 ? "" : "." + "987654321".prefix(count)
        #expect(try JSONCoding.encode(instant, fractionDigits: count) == Array("\"1969-12-31T23:59:59\(fraction)Z\"".utf8))
    }

    @Test("instants are those of Foundation's formatter", arguments: 0..<4 as Range<UInt64>)
    func foundation(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let formatter = ISO8601DateFormatter()
        for _ in 0..<300 {
            // Foundation reckons with the Julian calendar before 1582-10-15.
            let instant = Timestamp(secondsSinceEpoch: .random(in: -12_219_292_800...Self.seconds.upperBound, using: &generator))
            let date = Date(timeIntervalSince1970: Double(instant.secondsSinceEpoch))
            #expect(formatter.string(from: date) == instant.description, "seed \(seed)")
            #expect(formatter.date(from: instant.description) == date, "seed \(seed)")
        }
    }

    @Test(
        "a leap second is the second behind it",
        arguments: [
            ("1998-12-31T23:59:60Z", "1999-01-01T00:00:00Z"), ("1998-12-31T15:59:60.123-08:00", "1999-01-01T00:00:00.123Z"),
            ("2016-12-31t23:59:60z", "2017-01-01T00:00:00Z"), ("1990-07-01T00:59:60+01:00", "1990-07-01T00:00:00Z"),
            ("2024-02-29T23:59:60Z", "2024-03-01T00:00:00Z"),
        ]
    )
    func leapSecond(text: String, instant: String) {
        #expect(Timestamp(text)?.description == instant)
    }

    @Test(
        "and stands at the end of a month in UTC alone",
        arguments: [
            "1998-12-31T23:58:60Z", "1998-12-31T22:59:60Z", "1998-12-30T23:59:60Z", "1998-12-31T23:59:61Z", "1998-12-31T23:59:60+01:00",
            "2024-02-28T23:59:60Z", "9999-12-31T23:59:60Z", "1998-12-31T00:00:60Z",
        ]
    )
    func noLeapSecond(text: String) {
        #expect(Timestamp(text) == nil)
    }

    @Test(
        "instants beyond the years of RFC 3339 are not written as others",
        arguments: [Int64.min, -62_135_596_801, 253_402_300_800, .max]
    )
    func beyond(seconds: Int64) {
        let instant = Timestamp(secondsSinceEpoch: seconds)
        #expect(instant.description == "\(seconds) seconds since 1970")
        #expect(Timestamp(instant.description) == nil)
        #expect(throws: EncodingError.self) { try JSONEncoder().encode([instant]) }
    }

    @Test("days from year 1 to 9999 are read as they are written, in their order")
    func days() throws {
        var previous: CalendarDate?
        // Every day of four centuries, after which the calendar repeats itself, and some of all the others.
        for number in Array(stride(from: -719_162, to: -146_097, by: 41)) + Array(-146_097...0)
            + Array(stride(from: 1, through: 2_932_896, by: 5))
        {
            let day = CalendarDate(daysSinceEpoch: number)
            guard day.daysSinceEpoch == number, previous.map({ $0 < day }) ?? true,
                CalendarDate(year: day.year, month: day.month, day: day.day) == day
            else {
                Issue.record("\(day)")
                return
            }
            if number % 97 == 0 { #expect(CalendarDate(day.description) == day) }
            previous = day
        }
        #expect(CalendarDate(daysSinceEpoch: -719_162).description == "0001-01-01")
        #expect(CalendarDate(daysSinceEpoch: 2_932_896).description == "9999-12-31")
    }

    @Test("leap years are those of the Gregorian calendar")
    func leapYears() {
        var gregorian = Calendar(identifier: .gregorian)
        gregorian.timeZone = .gmt
        for year in 1583...9999 {
            let isLeap =
                gregorian.range(
                    of: .day,
                    in: .month,
                    for: Date(timeIntervalSince1970: Double(CalendarDate(year: year, month: 2, day: 1)?.daysSinceEpoch ?? 0) * 86_400)
                )?.count == 29
            #expect((CalendarDate(year: year, month: 2, day: 29) != nil) == isLeap, "\(year)")
        }
    }

    @Test("UUIDs are those of Foundation", arguments: 0..<4 as Range<UInt64>)
    func identifiers(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<500 {
            let id = UniqueID(using: &generator)
            let foreign = try #require(UUID(uuidString: id.description))
            #expect(foreign.uuidString.lowercased() == id.description)
            #expect(UniqueID(foreign.uuidString) == id)
            #expect(try JSONCoding.decode(UniqueID.self, from: JSONCoding.encode(id)) == id)
            // One wrong character is enough.
            var text = Array(id.description.utf8)
            let place = Int.random(in: 0..<36, using: &generator)
            text[place] = [0x67, 0x20, 0x2F, 0x3A, 0x40, 0x47, 0x60, 0x00].randomElement(using: &generator) ?? 0
            #expect(UniqueID(String(decoding: text, as: UTF8.self)) == nil)
        }
    }

    @Test("decimal numbers sort as Foundation's do", arguments: 0..<4 as Range<UInt64>)
    func decimals(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        func number() -> String {
            let whole = Int.random(in: 0...[9, 99, 1_000_000_000].randomElement(using: &generator).unsafelyUnwrapped, using: &generator)
            let fraction = (0..<Int.random(in: 0...4, using: &generator)).map { _ in String(Int.random(in: 0...9, using: &generator)) }
                .joined()
            return "\(Bool.random(using: &generator) ? "-" : "")\(whole)\(fraction.isEmpty ? "" : "." + fraction)"
        }
        for _ in 0..<500 {
            let texts = [number(), number()]
            let own = try texts.map { try #require(DecimalNumber($0)) }
            let foreign = try texts.map { try #require(Decimal(string: $0)) }
            #expect((own[0] < own[1]) == (foreign[0] < foreign[1]), "seed \(seed): \(texts)")
            #expect((own[0] == own[1]) == (foreign[0] == foreign[1]), "seed \(seed): \(texts)")
            #expect(own.map(\.description) == texts)
            #expect(try JSONCoding.decode([DecimalNumber].self, from: JSONCoding.encode(own)).map(\.digits) == texts)
        }
    }
}
