@testable import CharterRuntime
import Testing

/// Whoever sends a text decides how many faults it has and how long their places are, but not how much is told of them.
@Suite("The faults of a text")
struct FaultBoundTests {
    private static let api = APIDescription(
        name: "Shop",
        title: "Shop",
        version: "1.0.0",
        servers: [],
        errors: .problem,
        endpoints: [],
        types: [:]
    )

    private func faults(_ text: String, _ schema: APIDescription.Schema) throws -> [Problem.FieldFault] {
        try Self.api.faults(in: Array(text.utf8), against: schema)
    }

    @Test("are told up to a hundred, the first ones")
    func many() throws {
        let text = "[" + Array(repeating: "1", count: 10_000).joined(separator: ",") + "]"
        let faults = try faults(text, .list(of: .boolean))
        #expect(faults.map(\.field) == (0..<100).map { "[\($0)]" })
    }

    @Test("are found in a text that is read to its end all the same")
    func readToItsEnd() {
        let text = "[" + Array(repeating: "1", count: 200).joined(separator: ",") + "}"
        #expect(throws: JSONFault.self) { try faults(text, .list(of: .boolean)) }
    }

    @Test("have places in which a long name is cut")
    func longName() throws {
        let name = String(repeating: "é", count: 500_000)
        let faults = try faults(#"{"\#(name)": [1, 1]}"#, .map(of: .list(of: .boolean)))
        let cut = String(repeating: "é", count: 100) + "…"
        #expect(faults.map(\.field) == ["\(cut)[0]", "\(cut)[1]"])
    }

    @Test("have places in which a name of a hundred code points is whole")
    func whole() throws {
        let name = String(repeating: "n", count: 100)
        #expect(try faults(#"{"\#(name)": 1}"#, .map(of: .boolean)).map(\.field) == [name])
    }
}
