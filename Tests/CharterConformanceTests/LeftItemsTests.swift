import CharterRuntime
import Testing

@testable import CharterConformance

@Suite("what a filter leaves")
struct LeftItemsTests {
    @Test(
        "is each item once, whatever else of it is another by now",
        arguments: [
            ("a b c", "a b c", nil), ("a b c", "c a b", nil), ("a b c", "a b b", "an item came twice: \"b\""),
            ("a b c", "a b", "2 items came of 3 that have it: \"c\" did not"),
            ("a b c", "a b d", "2 items came of 3 that have it: \"c\" did not"), ("a b", "a b d", nil),
            // What a list has several times is counted.
            ("a a", "a a", nil), ("a a", "a", "1 items came of 2 that have it"),
        ] as [(String, String, String?)]
    )
    func items(wanted: String, found: String, fault: String?) {
        let probe = EndpointProbe(api: .calendar, endpoint: Calendar.listEvents, fixtures: .calendar)
        #expect(LeftItems(items(wanted, 1), in: probe).fault(in: items(found, 2), isComplete: true) == fault)
    }

    @Test("may lack what lies behind the pages that were read")
    func incomplete() {
        let probe = EndpointProbe(api: .calendar, endpoint: Calendar.listEvents, fixtures: .calendar)
        #expect(LeftItems(items("a b", 1), in: probe).fault(in: items("a", 1), isComplete: false) == nil)
        #expect(LeftItems(items("a b", 1), in: probe).fault(in: items("a a", 1), isComplete: false) != nil)
    }

    private func items(_ slugs: String, _ views: Int64) -> [JSONValue] {
        slugs.split(separator: " ").map { .object(["slug": .string(String($0)), "views": .integer(views)]) }
    }
}
