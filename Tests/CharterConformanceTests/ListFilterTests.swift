import CharterConformance
import CharterRuntime
import Testing

@Suite("a filter by a field")
struct ListFilterTests {
    private typealias Schema = APIDescription.Schema

    @Test(
        "need not repeat how long the field may be",
        arguments: [
            (Schema.string(format: .email), Schema.string(format: .email, length: .init(nil, 80)), true),
            (.string(pattern: "^[A-Z]+$"), .string(length: .init(1, 3), pattern: "^[A-Z]+$"), true),
            (.string(), .string(length: .init(1, 80)), false), (.string(format: .email), .string(format: .slug), false),
        ]
    )
    func length(parameter: APIDescription.Schema, field: APIDescription.Schema, isFilter: Bool) async throws {
        var endpoint = Calendar.listEvents
        endpoint.queryParameters = [.init(name: "mail", schema: parameter)]
        endpoint.success = .init(status: 200, body: .object([.init("mail", field)]))
        // What pages hold of what a filter leaves is checked of filters alone.
        let names = APIDescription.calendar.conformanceChecks(of: endpoint).map(\.name)
        #expect(names.contains("listEvents/filtered-walk/mail") == isFilter)
        #expect(names.contains("listEvents/filter/mail"))
    }

    @Test("of which nothing is known is named as unchecked, unless the contract says that there is nothing to know")
    func unknown() async {
        var endpoint = Calendar.listEvents
        endpoint.queryParameters = [.init(name: "sort", schema: .enumeration(["name", "day"]), isRequired: false)]
        let server = ServerUnderTest(transport: CalendarServer(), fixtures: .calendar)
        let result = await run("filter/sort", on: endpoint, in: .calendar, server)
        #expect(result.outcome == .unchecked)
        #expect(result.actual == "the contract does not say under 'filters' what sort is compared with, or that it is 'none'")
        endpoint.filters = [.init(name: "sort", comparisons: [])]
        let names = APIDescription.calendar.conformanceChecks(of: endpoint).map(\.name)
        #expect(!names.contains { $0.contains("filter") })
    }

    @Test("is not guessed where the contract says what it compares")
    func stated() {
        var endpoint = Calendar.listEvents
        endpoint.queryParameters = [.init(name: "mail", schema: .string(format: .email))]
        endpoint.filters = [.init(name: "mail", comparisons: [.init(field: "mail", relation: .contains)])]
        endpoint.success = .init(status: 200, body: .object([.init("mail", .string(format: .email))]))
        let checks = APIDescription.calendar.conformanceChecks(of: endpoint).filter { $0.name == "listEvents/filter/mail" }
        #expect(checks.map(\.contract) == ["endpoints/listEvents/filters/mail"])
    }
}
