import CharterContract
import CharterYAML
import Foundation
import GoldenFiles
import Testing

/// Settings in `settings/<name>/charter.yaml`, and beside each what the reader says of it in either place.
@Suite("Settings")
struct SettingsTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("settings")

    private static func names() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { !$0.hasPrefix(".") }.sorted()
    }

    private static func source(_ name: String) throws -> SourceText {
        let file = folder.appendingPathComponent(name).appendingPathComponent("charter.yaml")
        return SourceText(file: "charter.yaml", bytes: Array(try Data(contentsOf: file)))
    }

    private static func settings(_ text: String, in place: SettingsPlace = .target) throws -> GenerationSettings {
        try #require(readSettings(SourceText(file: "charter.yaml", text: text), in: place).settings)
    }

    @Test("say what is wrong, and where", arguments: try names())
    func diagnostics(_ name: String) throws {
        let source = try Self.source(name)
        let text = SettingsPlace.allCases.map { place in
            let read = readSettings(source, in: place)
            #expect((read.settings == nil) == read.diagnostics.contains(where: \.isError))
            return "# \(place)\n" + DiagnosticRenderer(sources: [source]).render(read.diagnostics)
        }
        try GoldenFile("settings/\(name)/expected.txt").expect(text.joined())
    }

    @Test("are read as they are written")
    func values() throws {
        let settings = try #require(readSettings(Self.source("valid"), in: .target).settings)
        #expect(settings.contracts?.map(\.value) == ["shop.yaml", "../other/contract.yaml"])
        #expect(settings.parts(in: .target) == [.models, .server, .conformance])
        #expect(settings.effectiveMissingHandlers == .fail)
        #expect(settings.effectiveAccess == .package)
        #expect(settings.templates?.value == "../Templates")
        #expect(settings.models == nil)
    }

    @Test("give public models and a client to a target unless they say otherwise")
    func targetDefaults() throws {
        for settings in [GenerationSettings(), try Self.settings("{}")] {
            #expect(settings.contracts == nil && settings.templates == nil)
            #expect(settings.parts(in: .target) == [.models, .client])
            #expect(settings.effectiveAccess == .public)
            #expect(settings.modelsModule(of: "Shop", in: .target) == nil)
        }
    }

    @Test("give a client alone to a target whose models are elsewhere")
    func borrowedModels() throws {
        let settings = try Self.settings("models: ShopModels")
        #expect(settings.parts(in: .target) == [.client])
        #expect(settings.modelsModule(of: "Shop", in: .target) == "ShopModels")
    }

    @Test("make everything of committed contracts, with the models in a module named after the API")
    func contractDefaults() throws {
        #expect(GenerationSettings().parts(in: .contracts) == Set(GenerationSettings.Part.allCases))
        #expect(GenerationSettings().modelsModule(of: "Shop", in: .contracts) == "ShopModels")
        #expect(try Self.settings("models: Data", in: .contracts).modelsModule(of: "Shop", in: .contracts) == "Data")
    }
}
