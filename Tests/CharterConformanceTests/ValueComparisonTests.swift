import CharterRuntime
import Testing

@testable import CharterConformance

/// Which values are one and the same, and which are others.
@Suite("values that are compared")
struct ValueComparisonTests {
    private let api = APIDescription.calendar
    private let price = APIDescription.Schema.decimal(places: 2)

    @Test(
        "are the same decimal number however many zeros end it",
        arguments: [("12.5", true), ("12.500", true), ("12.51", false), ("x", false)]
    )
    func decimals(found: String, isSame: Bool) {
        #expect(api.isSame(.string(found), as: .string("12.50"), taken: price, shown: price) == isSame)
        let offer = APIDescription.Schema.object([
            .init("price", price), .init("unit", .string(), isRequired: false, defaultValue: "\"kg\""),
        ])
        // What was not said may be told as what it stands for.
        for unit in [nil, JSONValue.string("kg")] {
            let shown = JSONValue.object(["price": .string(found), "unit": unit].compactMapValues(\.self))
            #expect(api.isSame(shown, as: .object(["price": .string("12.50")]), taken: offer, shown: offer) == isSame)
        }
    }

    @Test("are others by their value, and not by how they are written", arguments: ["5.00", "0.01", "99.99", "100000", "-3.50"])
    func otherDecimals(text: String) throws {
        let known = try #require(DecimalNumber(text))
        let others = OtherValue(in: api).all(than: .string(text), of: price)
        #expect(!others.isEmpty)
        for case .string(let other) in others { #expect(DecimalNumber(other) != known, "\(other)") }
    }

    @Test(
        "are just below the least decimal number",
        arguments: [("0.01", "0.00"), ("1", "0.99"), ("20.50", "20.49"), ("-1", "-19"), ("0", "-0.01")]
    )
    func belowMinimum(minimum: String, below: String) {
        let schema = APIDescription.Schema.decimal(places: 2, range: .init(DecimalNumber(minimum), nil))
        let trial = ValueTrials(schema, in: api).all.first { $0.name == "below-minimum" }
        #expect(trial?.value() == .string(below))
    }

    @Test("can be asked for together between commas, one at least and no more than there may be")
    func commas() {
        let schema = APIDescription.Schema.list(of: .enumeration(["red", "green", "blue"]), count: .init(1, 2))
        let input = FilterInput.parameter(.init(name: "colour", schema: schema, listStyle: .comma))
        #expect(input.takes(["red", "blue"], in: api))
        #expect(!input.takes(["red", "green", "blue"], in: api))
        #expect(!input.takes(["red,blue"], in: api))
    }

    @Test("of a version that nobody has chosen are those that the contract says")
    func versions() {
        func standing(_ missing: APIDescription.Versioning.Missing) -> String? {
            APIDescription.Versioning(header: "X-Version", current: "2026-09-01", older: ["2026-03-01", "2025-12-01"], missing: missing)
                .standing
        }
        #expect(standing(.oldest) == "2025-12-01")
        #expect(standing(.current) == "2026-09-01")
        #expect(standing(.reject) == nil)
    }
}
