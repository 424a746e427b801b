import CharterContract
import CharterYAML
import Testing

/// Contracts made of a few lines, for tests of what comes of them.
enum TestContract {
    /// The lines that every contract has, without endpoints and types.
    static let head = """
        charter: 1
        api: Shop
        title: Shop API
        version: 1.0.0
        servers: { production: https://api.shop.example/v1 }
        promise: none

        """

    static func compile(_ text: String) -> CompiledContract {
        compileContract(SourceText(file: "contract.yaml", text: head + text))
    }

    /// The API of a contract that has no errors.
    static func api(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> ResolvedAPI {
        let compiled = compile(text)
        let faults = compiled.diagnostics.filter(\.isError).map { "\($0.span.start.line): \($0.message)" }
        #expect(faults == [], sourceLocation: sourceLocation)
        return try #require(compiled.api, sourceLocation: sourceLocation)
    }

    /// The rules that a contract breaks, in the order of its lines.
    static func rules(_ text: String) -> [String] {
        compile(text).diagnostics.map(\.rule)
    }

    /// The named types of a contract, behind an endpoint that needs none of them.
    static func types(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> [String: Schema] {
        let endpoint = "endpoints: { GET /: { id: look, does: Look, returns: { 204: none } } }\ntypes:\n"
        let api = try api(endpoint + text, sourceLocation: sourceLocation)
        return Dictionary(uniqueKeysWithValues: api.types.map { ($0.name, $0.schema) })
    }
}

extension ResolvedAPI {
    func endpoint(_ id: String) throws -> ResolvedEndpoint {
        try #require(endpoints.first { $0.id == id })
    }
}
