import CharterRuntime
import Testing

@Suite("Timestamp")
struct TimestampTests {
    @Test(
        "reads RFC 3339",
        arguments: [
            ("1970-01-01T00:00:00Z", 0, 0), ("1970-01-01t00:00:00z", 0, 0), ("2026-05-01T10:23:18.114Z", 1_777_630_998, 114_000_000),
            ("2000-02-29T23:59:59Z", 951_868_799, 0), ("1969-12-31T23:59:59.5Z", -1, 500_000_000),
            ("1969-12-31T23:59:59.999999999Z", -1, 999_999_999), ("1970-01-01T00:00:00.000000001Z", 0, 1),
            ("1970-01-01T02:00:00+02:00", 0, 0), ("1969-12-31T18:30:00-05:30", 0, 0), ("1970-01-01T00:00:00-00:00", 0, 0),
            ("0001-01-01T00:00:00Z", -62_135_596_800, 0), ("9999-12-31T23:59:59Z", 253_402_300_799, 0),
            ("1999-12-31T23:59:59-23:59", 946_771_139, 0),
        ] as [(String, Int64, Int32)]
    )
    func reading(text: String, seconds: Int64, nanoseconds: Int32) {
        #expect(Timestamp(text) == Timestamp(secondsSinceEpoch: seconds, nanoseconds: nanoseconds))
    }

    @Test(
        "refuses everything else",
        arguments: [
            "", "2026-05-01", "2026-05-01T10:23:18", "2026-05-01 10:23:18Z", "2026-5-1T10:23:18Z", "2026-05-01T24:00:00Z",
            "2026-05-01T10:60:00Z", "2026-05-01T10:23:60Z", "2026-02-29T00:00:00Z", "1900-02-29T00:00:00Z", "2026-04-31T00:00:00Z",
            "2026-13-01T00:00:00Z", "2026-00-01T00:00:00Z", "2026-01-00T00:00:00Z", "0000-01-01T00:00:00Z", "2026-05-01T10:23:18.Z",
            "2026-05-01T10:23:18.1234567890Z", "2026-05-01T10:23:18+2:00", "2026-05-01T10:23:18+24:00", "2026-05-01T10:23:18+02:60",
            "2026-05-01T10:23:18+0200", "2026-05-01T10:23:18Z ", " 2026-05-01T10:23:18Z", "+2026-05-01T10:23:18Z", "２026-05-01T10:23:18Z",
            "0001-01-01T00:00:00+00:01", "9999-12-31T23:59:59-00:01",
        ]
    )
    func refusing(text: String) {
        #expect(Timestamp(text) == nil)
    }

    @Test(
        "writes the digits that are needed",
        arguments: [
            (0, 0, "1970-01-01T00:00:00Z"), (-1, 500_000_000, "1969-12-31T23:59:59.500Z"), (0, 1_000, "1970-01-01T00:00:00.000001Z"),
            (0, 1, "1970-01-01T00:00:00.000000001Z"), (-86_400, 0, "1969-12-31T00:00:00Z"), (-86_401, 0, "1969-12-30T23:59:59Z"),
            (-62_135_596_800, 0, "0001-01-01T00:00:00Z"), (253_402_300_799, 999_999_999, "9999-12-31T23:59:59.999999999Z"),
        ] as [(Int64, Int32, String)]
    )
    func writing(seconds: Int64, nanoseconds: Int32, text: String) {
        #expect(Timestamp(secondsSinceEpoch: seconds, nanoseconds: nanoseconds).description == text)
    }

    @Test("is the same after writing and reading")
    func roundTrip() {
        // A step that meets every hour and month without a pattern, from year 1 to 9999.
        for seconds in stride(from: Int64(-62_135_596_800), through: 253_402_300_799, by: 98_765_431) {
            let instant = Timestamp(secondsSinceEpoch: seconds, nanoseconds: Int32(abs(seconds) % 1_000_000_000))
            #expect(Timestamp(instant.description) == instant)
        }
    }

    @Test("is ordered by time")
    func order() {
        let instants = ["1969-12-31T23:59:59Z", "1969-12-31T23:59:59.5Z", "1970-01-01T00:00:00Z", "1970-01-01T00:00:00.1Z"]
            .compactMap { Timestamp($0) }
        #expect(instants.count == 4)
        #expect(Array(instants.reversed()).sorted() == instants)
    }

    @Test("is text in JSON")
    func json() throws {
        let instant = Timestamp(secondsSinceEpoch: 0, nanoseconds: 5_000_000)
        #expect(try JSONCoding.encode([instant]) == Array(#"["1970-01-01T00:00:00.005Z"]"#.utf8))
        #expect(try JSONCoding.decode([Timestamp].self, from: Array(#"["1970-01-01T01:00:00.005+01:00"]"#.utf8)) == [instant])
        #expect(throws: JSONFault.self) { try JSONCoding.decode([Timestamp].self, from: Array(#"["yesterday"]"#.utf8)) }
        #expect(throws: JSONFault.self) { try JSONCoding.decode([Timestamp].self, from: Array("[0]".utf8)) }
    }
}
