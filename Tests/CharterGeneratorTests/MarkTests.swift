import CharterContract
import CharterOpenAPI
import CharterYAML
import Foundation
import Testing

/// No mark of the repository's contracts is lost on the way to OpenAPI.
@Suite("Marks of what is assumed")
struct MarkTests {
    private static let contracts = [
        "spec/cobuntu.yaml", "spec/raven.yaml", "Tests/Contracts/lending.yaml", "Tests/Contracts/oddities.yaml",
        "Tests/Contracts/parcels.yaml",
    ]

    @Test("each say something that no other says", arguments: Self.contracts)
    func each(_ path: String) throws {
        let text = try String(contentsOf: RepositoryFolder.file(path), encoding: .utf8)
        let document = try document(path, text)
        for mark in Self.marks(in: text) {
            let without = try self.document(path, text.replacingCharacters(in: mark, with: ""))
            let line = text[..<mark.lowerBound].count { $0.isNewline } + 1
            #expect(without != document, "\(path):\(line) is lost")
        }
    }

    private func document(_ path: String, _ text: String) throws -> OrderedJSON {
        let compiled = compileContract(SourceText(file: path, text: text)) { file throws(UnreadableSource) in
            guard let bytes = try? Data(contentsOf: RepositoryFolder.file(file)) else { throw UnreadableSource(reason: "it is not there") }
            return SourceText(file: file, bytes: Array(bytes))
        }
        return OpenAPIDocument(try #require(compiled.api)).json
    }

    /// The marks of a file, without those in comments, each with the space behind it.
    private static func marks(in text: String) -> [Range<String.Index>] {
        text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line -> [Range<String.Index>] in
            let code = line.firstRange(of: /(^| )#/).map { line[..<$0.lowerBound] } ?? line
            return code.ranges(of: /!(assumed|documented) ?/)
        }
    }
}
