@testable import CharterRuntime
import Testing

/// Schemas compare exact numbers digit by digit.
@Suite("A schema of exact numbers")
struct ExactNumberCheckTests {
    /// What a check of a text finds.
    private func faults(_ text: String) throws -> [String] {
        let range = APIDescription.Bounds(DecimalNumber("0.01"), DecimalNumber("12345678901234567.89"))
        let api = APIDescription(name: "Shop", title: "Shop", version: "1.0.0", servers: [], errors: .problem, endpoints: [], types: [:])
        var check = SchemaCheck(api: api, direction: .request, strictness: APIDescription.BodyStrictness())
        let schema = APIDescription.Schema.exactNumber(places: 2, range: range)
        _ = try JSONCoding.read(Array(text.utf8), maximumDepth: 9) { json throws(JSONFault) in try check.check(schema, &json) }
        return check.faults.map(\.message)
    }

    @Test("lets through what is within its bounds", arguments: ["0.01", "12.5", "12.500", "1e2", "1250e-2", "12345678901234567.89"])
    func accepted(_ text: String) throws {
        #expect(try faults(text) == [])
    }

    @Test(
        "names the bound that is broken",
        arguments: [
            ("12345678901234567.90", "must be 0.01 to 12345678901234567.89, found 12345678901234567.90"),
            ("0", "must be 0.01 to 12345678901234567.89, found 0"), ("-1e0", "must be 0.01 to 12345678901234567.89, found -1"),
            ("1.005", "must have at most 2 digits behind the point, found 3"),
            ("1005e-3", "must have at most 2 digits behind the point, found 3"),
            ("1e999999999", "must be a number of at most 1000 digits"), (#""12.50""#, "must be a number"), ("null", "must not be null"),
        ]
    )
    func refused(_ text: String, _ message: String) throws {
        #expect(try faults(text) == [message])
    }
}
