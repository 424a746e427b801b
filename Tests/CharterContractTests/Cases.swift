import CharterYAML
import Foundation

/// The folders of `cases/`.
enum Cases {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("cases")

    static func names() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { !$0.hasPrefix(".") }.sorted()
    }

    /// The contract of a case, under a name that is the same on every machine.
    static func source(_ name: String) throws -> SourceText {
        let file = folder.appendingPathComponent(name).appendingPathComponent("contract.yaml")
        return SourceText(file: "contract.yaml", bytes: Array(try Data(contentsOf: file)))
    }

    /// What all cases are expected to say.
    static func expected() throws -> String {
        try names().map(expected).joined()
    }

    /// What a case is expected to say.
    static func expected(_ name: String) throws -> String {
        try String(contentsOf: folder.appendingPathComponent(name).appendingPathComponent("expected.txt"), encoding: .utf8)
    }
}
