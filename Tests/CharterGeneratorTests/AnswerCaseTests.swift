import CharterContract
import CharterOpenAPI
import GoldenFiles
import Testing

/// What a contract becomes in which faults have answers of their own, and changes clear fields: `cases/answers`.
@Suite("Answers")
struct AnswerCaseTests {
    private let api: ResolvedAPI

    init() throws {
        api = try ContractCase(name: "answers").api()
    }

    @Test("are described to servers, clients and checks, and shape models")
    func models() throws {
        let files = try SmallContract.files(of: api).filter { $0.key.hasPrefix("Models/") }
        let text = files.sorted { $0.key < $1.key }.map { "// === \($0.key)\n\($0.value)" }.joined(separator: "\n")
        try GoldenFile("cases/answers/models.txt").expect(text)
    }

    @Test("go into OpenAPI")
    func document() throws {
        try GoldenFile("cases/answers/openapi.json").expect(OpenAPIDocument(api).text)
    }
}
