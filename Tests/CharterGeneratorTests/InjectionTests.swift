import CharterContract
@testable import CharterGenerator
import Foundation
import Testing

/// Texts of a contract stay inside literals and comments, wherever they stand.
@Suite("Generated code")
struct InjectionTests {
    /// A contract with the text in every place that takes any text.
    private func api(_ text: String) throws -> ResolvedAPI {
        let quoted = HostileTexts.yaml(text)
        let contract = try RepositoryFolder.text("Tests/CharterGeneratorTests/cases/injection/contract.yaml")
        let visible = HostileTexts.yaml(Self.visible(text))
        let source = contract.replacingOccurrences(of: "<text>", with: quoted).replacingOccurrences(of: "<visible text>", with: visible)
        return try SmallContract.api(title: quoted, source)
    }

    /// What of the text a key can begin with.
    private static func visible(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.filter { (0x21...0x7E).contains($0.value) }))
    }

    @Test("is the same whatever the texts of the contract", arguments: HostileTexts.all)
    func sameCode(_ text: String) throws {
        let harmless = try SmallContract.files(of: api(HostileTexts.harmless))
        let hostile = try SmallContract.files(of: api(text))
        #expect(hostile.keys.sorted() == harmless.keys.sorted())
        for (path, source) in hostile where path.hasSuffix(".swift") {
            #expect(!source.unicodeScalars.contains { $0.isInvisible && $0 != "\n" }, "\(path)")
            let code = try SwiftScanner(source)
            let expected = try SwiftScanner(#require(harmless[path]))
            #expect(code.code == expected.code, "\(path)\n\(source)")
            #expect(code.literals.count == expected.literals.count, "\(path)")
            // `\(` of the templates themselves is the same in both.
            #expect(
                code.literals.count { $0.contains("\u{E000}") } == expected.literals.count { $0.contains("\u{E000}") },
                "\(path)\n\(source)"
            )
        }
    }

    @Test("holds the texts of the contract as they are", arguments: HostileTexts.all)
    func sameTexts(_ text: String) throws {
        let files = try SmallContract.files(of: api(text))
        let literals = try Dictionary(files.filter { $0.key.hasSuffix(".swift") }.map { ($0.key, try SwiftScanner($0.value).literals) }) {
            $1
        }
        func expect(_ text: String, times: Int, in path: String) {
            #expect(
                literals[path]?.count { Array($0.unicodeScalars) == Array(text.unicodeScalars) } == times,
                "\(path)\n\(files[path] ?? "")"
            )
        }
        let description = text.trimmed
        let prefix = Self.visible(text)
        expect(text, times: prefix == text ? 3 : 2, in: "Models/APIDescription+Small.swift")
        expect(prefix, times: prefix == text ? 3 : 1, in: "Models/APIDescription+Small.swift")
        expect(prefix, times: 1, in: "Client/SmallKey.swift")
        expect(text, times: 3, in: "Models/Thing.swift")
        expect(text, times: 3, in: "Models/Kind.swift")
        expect(description, times: 2, in: "Models/Endpoints/SmallEndpoints+MakeThing.swift")
        expect(description, times: 1, in: "Server/Endpoints/MakeThing.swift")
    }
}
