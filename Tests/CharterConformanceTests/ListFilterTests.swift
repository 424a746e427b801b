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
    func length(parameter: APIDescription.Schema, field: APIDescription.Schema, isFilter: Bool) {
        var endpoint = Calendar.listEvents
        endpoint.queryParameters = [.init(name: "mail", schema: parameter)]
        endpoint.success = .init(status: 200, body: .object([.init("mail", field)]))
        let names = APIDescription.calendar.conformanceChecks(of: endpoint).map(\.name)
        #expect(names.contains("listEvents/filter/mail") == isFilter)
    }

    @Test(
        "has the relation that the contract says, and is not guessed where it says one",
        arguments: [(APIDescription.Filter.Relation.atMost, true), (.contains, false)]
    )
    func stated(relation: APIDescription.Filter.Relation, isChecked: Bool) {
        var endpoint = Calendar.listEvents
        endpoint.queryParameters = [.init(name: "max_price", schema: .number()), .init(name: "mail", schema: .string(format: .email))]
        endpoint.filters = [
            .init(name: "max_price", comparisons: [.init(field: "price", relation: relation)]),
            .init(name: "mail", comparisons: [.init(field: "mail", relation: .contains)]),
        ]
        endpoint.success = .init(status: 200, body: .object([.init("price", .number()), .init("mail", .string(format: .email))]))
        let names = APIDescription.calendar.conformanceChecks(of: endpoint).map(\.name)
        #expect(names.contains("listEvents/filter/max_price") == isChecked)
        #expect(!names.contains("listEvents/filter/mail"))
    }
}
