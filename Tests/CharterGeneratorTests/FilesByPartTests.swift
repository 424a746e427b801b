import CharterContract
@testable import CharterGenerator
import Testing

/// The layout for builds, with one file for each part.
@Suite("Files by part")
struct FilesByPartTests {
    private let paths = ["Models.swift", "Client.swift", "Server.swift", "Conformance.swift", "openapi.json"]

    private func files(
        _ parts: Set<GenerationSettings.Part>,
        beside others: [ResolvedAPI] = [],
        access: GenerationSettings.Access = .public,
        models: String? = nil
    ) throws -> [GeneratedFile] {
        let apis = [try ContractCase(name: "library").api()] + others
        let emission = Emission(parts: parts, access: access, modelsModule: models)
        return try Emitters(templates: TemplateLibrary()).filesByPart(for: apis, as: emission)
    }

    @Test("are always the same, and empty where nothing was asked for", arguments: GenerationSettings.Part.allCases)
    func fixed(_ part: GenerationSettings.Part) throws {
        let files = try files([part], models: "LibraryModels")
        #expect(files.map(\.path) == paths)
        for (file, other) in zip(files, GenerationSettings.Part.allCases) { #expect(file.contents.isEmpty == (part != other)) }
    }

    @Test("hold what the files of single declarations hold")
    func contents() throws {
        let api = try ContractCase(name: "library").api()
        let parts = Set(GenerationSettings.Part.allCases)
        let emission = Emission.everything(of: api)
        let single = try Emitters(templates: TemplateLibrary()).files(for: api, as: emission).filter { $0.path.hasSuffix(".swift") }
        let together = try files(parts, models: "LibraryModels").map(\.contents).joined()
        for file in single {
            let lines = file.contents.split(separator: "\n", omittingEmptySubsequences: false)
            let declarations = lines.drop { $0.hasPrefix("// ") || $0.isEmpty || $0.contains("import ") }
            #expect(together.contains(declarations.joined(separator: "\n")), "\(file.path)")
        }
    }

    @Test("import each module once, and no module of their own")
    func imports() throws {
        let files = try files([.models, .client, .server])
        for file in files where file.path.hasSuffix(".swift") {
            let imports = file.contents.split(separator: "\n").filter { $0.contains("import ") && !$0.contains("//") }
            #expect(Set(imports.map { $0.split(separator: " ").last }).count == imports.count)
            #expect(!file.contents.contains("LibraryModels"))
        }
    }

    @Test("show their declarations as widely as is asked for", arguments: [GenerationSettings.Access.package, .internal])
    func access(_ access: GenerationSettings.Access) throws {
        for file in try files([.models, .client, .server], access: access) where !file.contents.isEmpty {
            let code = file.contents.split(separator: "\n").filter { !$0.drop { $0 == " " }.hasPrefix("//") }.joined(separator: "\n")
            #expect(!code.contains(/\bpublic\b/), "\(file.path)")
            #expect(code.contains("\n    \(access) "), "\(file.path)")
        }
    }

    @Test("of two APIs stand in one module")
    func several() throws {
        let models = try files([.models], beside: [shop(selling: "Pen")])[0].contents
        #expect(models.contains("the contract of Library and Small."))
        #expect(models.contains("struct Book:") && models.contains("struct Pen:"))
    }

    @Test("of two APIs that declare one name do not stand in one module")
    func clash() throws {
        #expect(throws: NameClash(name: "Book", first: "Library", second: "Small")) {
            try files([.models], beside: [shop(selling: "Book")])
        }
    }

    @Test("have one document for one API")
    func documents() throws {
        let fault = try #require(throws: GenerationFault.self) { try files([.openapi], beside: [shop(selling: "Pen")]) }
        #expect(fault.message == "one openapi.json cannot describe 'Library' and 'Small': leave 'openapi' out of 'emit:'")
    }

    private func shop(selling type: String) throws -> ResolvedAPI {
        try SmallContract.api(
            """
            endpoints:
              GET /wares/first: { id: firstWare, does: Get the first ware, auth: none, scope: none, returns: \(type) }
            types:
              \(type): { fields: { name: { type: string, about: Its name. } }, about: What is sold. }
            """
        )
    }
}
