import CharterRuntime
import Testing

@Suite("CalendarDate")
struct CalendarDateTests {
    @Test("has the days of the calendar", arguments: ["0001-01-01", "9999-12-31", "2000-02-29", "2024-02-29", "2026-02-28", "2026-04-30"])
    func days(text: String) {
        #expect(CalendarDate(text)?.description == text)
    }

    @Test(
        "has no others",
        arguments: [
            "1900-02-29", "2100-02-29", "2026-02-29", "2026-02-30", "2026-04-31", "2026-00-01", "2026-13-01", "2026-01-32", "2026-01-00",
            "0000-01-01", "10000-01-01", "2026-1-1", "20260101", "2026-01-01T", "2026/01/01", "", "-001-01-01",
        ]
    )
    func noDays(text: String) {
        #expect(CalendarDate(text) == nil)
    }

    @Test("is ordered by year, month and day")
    func order() {
        let days = ["0999-12-31", "2025-12-31", "2026-01-31", "2026-02-01"].compactMap { CalendarDate($0) }
        #expect(Array(days.reversed()).sorted() == days)
    }

    @Test("is text in JSON")
    func json() throws {
        let day = try #require(CalendarDate(year: 2026, month: 5, day: 1))
        #expect(try JSONCoding.encode(day) == Array(#""2026-05-01""#.utf8))
        #expect(try JSONCoding.decode(CalendarDate.self, from: Array(#""2026-05-01""#.utf8)) == day)
        #expect(throws: JSONFault.self) { try JSONCoding.decode(CalendarDate.self, from: Array(#""2026-02-29""#.utf8)) }
    }
}
