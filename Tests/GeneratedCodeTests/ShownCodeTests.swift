import Foundation
import Testing

/// What the readme shows of servers outside of whole packages is code that compiles: it stands in `Tests/ShownCode`.
@Suite("Code shown in the readme")
struct ShownCodeTests {
    /// The chapters whose code is shown elsewhere: packages are built by `.ci/consumers`, and generated tests have servers of their own.
    private static let elsewhere = ["Use it in your package", "Test a server against its contract"]
    /// What begins the code of clients, some of which is shown because it does not compile.
    private static let clients = ["let shop = ShopClient", "let raven = RavenClient"]

    private static func text(_ path: String) throws -> String {
        try String(contentsOf: repository.appendingPathComponent(path), encoding: .utf8)
    }

    /// The lines of a text without the space in front, and without empty ones.
    private static func lines(_ text: some StringProtocol) -> [String] {
        text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    }

    /// The blocks of Swift in the readme that are server code, or need no server.
    private static func blocks() throws -> [String] {
        let chapters = try text("README.md").split(separator: "\n## ")
            .filter { chapter in !elsewhere.contains { chapter.hasPrefix($0 + "\n") } }
        let blocks = chapters.flatMap { $0.matches(of: /```swift\n((?:.|\n)*?)```/).map { String($0.1) } }
        return blocks.filter { block in !clients.contains { block.hasPrefix($0) } }
    }

    @Test("is compiled, line by line as it stands there")
    func isCompiled() throws {
        let folder = repository.appendingPathComponent("Tests/ShownCode")
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .map { Self.lines(try String(contentsOf: $0, encoding: .utf8)) }
        let blocks = try Self.blocks()
        #expect(blocks.count >= 7)
        for block in blocks {
            let shown = Self.lines(block)
            #expect(files.contains { $0.contains(shown) }, "\(block)")
        }
    }

    @Test("is generated from the contract that stands there")
    func contract() throws {
        let contract = try #require(try Self.text("README.md").firstMatch(of: /```yaml\n(charter:(?:.|\n)*?)```/)).1
        #expect(try Self.text("Tests/Contracts/shop.yaml") == contract)
    }
}
