import CharterContract
import CharterGenerator
import CharterYAML
import Testing

/// What is generated from the contract of `charter init` compiles, with the one extension that its tests ask for.
@Suite("Code from the starter contract", .serialized)
struct StarterCodeTests {
    private let api: ResolvedAPI
    private let templates: TemplateLibrary

    init() throws {
        templates = try TemplateLibrary()
        let contract = try #require(StarterContract(name: "BookShop"))
        api = try #require(compileContract(SourceText(file: contract.fileName, text: contract.text)).api)
    }

    /// What the user writes for the tests.
    private static let start = GeneratedFile(
        path: "Conformance/Start.swift",
        contents: """
            import CharterConformance

            extension BookShopServerUnderTest {
                static func start() async throws -> ServerUnderTest { throw CancellationError() }
            }
            """
    )

    private static let parts: Set<GenerationSettings.Part> = [.models, .client, .server, .conformance]

    @Test("compiles as one module, as a plugin lays it out")
    func oneModule() throws {
        let emission = Emission(parts: Self.parts, access: .public, modelsModule: nil)
        let files = try Emitters(templates: templates).filesByPart(for: [api], as: emission).filter { !$0.contents.isEmpty }
        #expect(files.map(\.path).sorted() == ["Client.swift", "Conformance.swift", "Models.swift", "Server.swift"])
        let errors = try ModuleCheck("BookShop", files + [Self.start]).errors
        #expect(errors == [])
    }

    @Test("compiles as a module for each part, as it is committed", arguments: ["Client/", "Server/", "Conformance/"])
    func modules(_ part: String) throws {
        let emission = Emission(parts: Self.parts, access: .public, modelsModule: "BookShopModels")
        let files = try Emitters(templates: templates).files(for: api, as: emission)
        let models = files.filter { $0.path.hasPrefix("Models/") }
        let others = (files + [Self.start]).filter { $0.path.hasPrefix(part) }
        #expect(!models.isEmpty && !others.isEmpty)
        let errors = try ModuleCheck("BookShopPart", others, importing: ("BookShopModels", models)).errors
        #expect(errors == [])
    }
}
