import Foundation
import Testing

/// What the readme shows of packages that use Charter is what `.ci/consumers` builds and tests.
@Suite("Packages shown in the readme")
struct ConsumerDocumentationTests {
    /// The files that the readme must show whole.
    private static let shown = [
        "CheckedIn/Package.swift", "CheckedIn/spec/charter.yaml", "ClientOnly/Package.swift", "ClientOnly/Sources/Bookseller/Shelf.swift",
        "ClientOnly/Sources/Bookseller/contract.yaml",
        "Database/Sources/BoxOfficeServer/BoxOffice+Router.swift", "Database/Sources/BoxOfficeServer/BoxOffice+Storage.swift",
        "Database/Sources/BoxOfficeServer/BoxOffice.swift", "Database/Sources/BoxOfficeServer/charter.yaml",
        "Database/Sources/box-office/main.swift",
        "Server/Package.swift", "Server/Sources/BookshopModels/Book+Price.swift", "Server/Sources/BookshopModels/charter.yaml",
        "Server/Sources/BookshopServer/Bookshop.swift", "Server/Sources/BookshopServer/charter.yaml",
        "Server/Sources/bookshop/main.swift", "Server/Tests/BookshopServerTests/BookshopServerUnderTest+Start.swift",
        "Server/Tests/BookshopServerTests/Fixtures+Bookshop.swift", "Server/Tests/BookshopServerTests/charter.yaml",
    ]

    /// The files of which the readme shows a part.
    private static let shownInPart = ["Database/Package.swift"]

    /// The chapter on packages.
    private static func chapter() throws -> Substring {
        let text = try String(contentsOf: repository.appendingPathComponent("README.md"), encoding: .utf8)
        return try #require(text.firstMatch(of: /## Use it in your package\n(?:.|\n)*?(?=\n## )/)).0
    }

    /// A file of a package, as a user would have it: with Charter in a folder beside the package.
    private static func file(_ path: String) throws -> String {
        let url = repository.appendingPathComponent("Tests/ConsumerPackages/\(path)")
        let text = try String(contentsOf: url, encoding: .utf8)
        return text.replacing(#".package(name: "charter", path: "../../..")"#, with: #".package(path: "../charter")"#)
    }

    @Test("are those of Tests/ConsumerPackages")
    func files() throws {
        let blocks = Set(try Self.chapter().matches(of: /```(?:swift|yaml)\n((?:.|\n)*?)```/).map { String($0.1) })
        let files = Set(try Self.shown.map(Self.file))
        #expect(files.subtracting(blocks) == [])
        let parts = blocks.subtracting(files)
        #expect(parts.count == Self.shownInPart.count)
        for file in try Self.shownInPart.map(Self.file) {
            // Whole lines, with the indentation that they have in the file.
            #expect(parts.contains { "\n\(file)".contains("\n\($0)") }, "\(file)")
        }
    }

    @Test("share one contract")
    func contract() throws {
        #expect(try Self.file("Server/Sources/BookshopModels/contract.yaml") == Self.file("ClientOnly/Sources/Bookseller/contract.yaml"))
    }

    @Test("are told of with links that lead somewhere")
    func links() throws {
        let paths = try Self.chapter().matches(of: /\]\((Tests\/[^)]+)\)/).map { String($0.1) }
        #expect(!paths.isEmpty)
        for path in paths { #expect(FileManager.default.fileExists(atPath: repository.appendingPathComponent(path).path), "\(path)") }
    }
}
