import GoldenFiles
import Testing

/// What small contracts become: `cases/<name>/contract.yaml`, beside it the Swift files that matter.
@Suite("Generated Swift")
struct GeneratedSwiftTests {
    @Test(
        "is what the case expects",
        arguments: [
            ("nested-types", ["Models/"]),
            ("nulls-and-names", ["Models/"]),
            ("kept-fields", ["Models/"]),
            ("no-credentials", ["Client/", "Server/"]),
            ("endpoint-forms", ["Client/SmallClient+", "Server/Endpoints/"]),
            ("key-kinds", ["Client/"]),
            ("callers", ["Client/", "Server/Endpoints/"]),
            ("replies", ["Models/Replies/", "Client/SmallClient+", "Server/SmallAPI"]),
            ("shapes", ["Models/", "Client/SmallClient+", "Server/Endpoints/"]),
        ]
    )
    func golden(_ name: String, _ folders: [String]) throws {
        let files = try SmallContract.files(of: ContractCase(name: name).api())
        let shown = files.filter { path, _ in folders.contains { path.hasPrefix($0) } && !path.hasPrefix("Models/Endpoints/") }
        let text = shown.sorted { $0.key < $1.key }.map { "// === \($0.key)\n\($0.value)" }.joined(separator: "\n")
        try GoldenFile("cases/\(name)/expected.txt").expect(text)
    }

    @Test(
        "can be read by its lexer",
        arguments: [
            "nested-types", "nulls-and-names", "kept-fields", "no-credentials", "endpoint-forms", "key-kinds", "callers", "library",
            "shapes",
            "replies",
        ]
    )
    func readable(_ name: String) throws {
        for (path, text) in try SmallContract.files(of: ContractCase(name: name).api()) where path.hasSuffix(".swift") {
            let code = try SwiftScanner(text).code
            for (open, close) in [("(", ")"), ("[", "]"), ("{", "}")] as [(Character, Character)] {
                #expect(code.count { $0 == open } == code.count { $0 == close }, "\(path)")
            }
        }
    }
}
