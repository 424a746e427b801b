import CharterContract
import CharterOpenAPI
import GoldenFiles
import Testing

/// What a contract with every convention becomes: `cases/conventions`.
@Suite("Conventions")
struct ConventionCaseTests {
    private let api: ResolvedAPI

    init() throws {
        api = try ContractCase(name: "conventions").api()
    }

    @Test("are described to servers, clients and checks")
    func description() throws {
        try expect("description.txt") { $0.hasPrefix("Models/") && ($0.contains("APIDescription") || $0.hasPrefix("Models/Endpoints/")) }
    }

    @Test("shape methods and inputs")
    func code() throws {
        try expect("code.txt") { $0.hasPrefix("Client/SmallClient+") || $0.hasPrefix("Server/Endpoints/") }
    }

    @Test("go into OpenAPI")
    func document() throws {
        try GoldenFile("cases/conventions/openapi.json").expect(OpenAPIDocument(api).text)
    }

    private func expect(_ golden: String, _ isShown: (String) -> Bool) throws {
        let files = try SmallContract.files(of: api).filter { isShown($0.key) }
        #expect(!files.isEmpty)
        let text = files.sorted { $0.key < $1.key }.map { "// === \($0.key)\n\($0.value)" }.joined(separator: "\n")
        try GoldenFile("cases/conventions/\(golden)").expect(text)
    }
}
