import CharterContract
import CharterYAML
import Testing

/// Contracts as large as none is.
@Suite("Large contracts")
struct LargeContractTests {
    @Test("of 3,000 endpoints and 3,000 types compile")
    func many() throws {
        let compiled = TestContract.compile(LargeContract(size: 3_000).text)
        #expect(compiled.diagnostics == [])
        let api = try #require(compiled.api)
        #expect(api.endpoints.count == 3_000)
        #expect(api.types.count == 3_000)
        #expect(api.endpoints.allSatisfy { $0.tag != nil && $0.keyKinds.count == 1 })
    }

    @Test("with lists that lie 20,000 deep inside one another compile")
    func deepLists() throws {
        let compiled = Self.chain(length: 20_000, "list: ")
        #expect(compiled.diagnostics == [])
        #expect(compiled.api?.types.count == 20_000)
    }

    @Test("with types that lie deeper inside one another than 64 say where", arguments: [64, 65, 20_000])
    func deepTypes(_ length: Int) {
        let compiled = Self.chain(length: length, "type: ")
        #expect(compiled.diagnostics.map(\.rule) == (length > 64 ? ["endless-type"] : []))
        #expect((compiled.api == nil) == (length > 64))
    }

    /// A contract in which each of so many types is made of the next one.
    private static func chain(length: Int, _ form: String) -> CompiledContract {
        let last = "  T\(length): { about: The last., fields: { a: { type: integer, about: One. } } }"
        let types = (1..<length).map { "  T\($0): { about: A type., \(form)T\($0 + 1) }" } + [last]
        let endpoint = "endpoints: { GET /: { id: look, does: Look, pagination: none, returns: T1 } }\n"
        return TestContract.compile(endpoint + "types:\n" + types.joined(separator: "\n") + "\n")
    }

    @Test("with a fault in each of 3,000 places report them all")
    func faults() {
        let text = LargeContract(size: 3_000).text.replacing("scope: READ,", with: "scope: REED,")
        let diagnostics = TestContract.compile(text).diagnostics
        #expect(diagnostics.count == 3_000)
        #expect(diagnostics.allSatisfy { $0.rule == "unknown-scope" })
    }
}
