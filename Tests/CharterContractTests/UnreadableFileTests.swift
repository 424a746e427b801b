import CharterContract
import CharterYAML
import Testing

/// Files that are no text, or no tree that can be read: one fault, soon, and nothing about what they might have meant.
@Suite("Unreadable files")
struct UnreadableFileTests {
    private static func rendered(_ bytes: [UInt8]) -> String {
        let source = SourceText(file: "contract.yaml", bytes: bytes)
        let compiled = compileContract(source)
        #expect(compiled.api == nil)
        return DiagnosticRenderer(sources: [source]).render(compiled.diagnostics)
    }

    @Test("of 100,000 brackets end at the depth that is allowed")
    func brackets() {
        let text = Self.rendered(Array(repeating: UInt8(ascii: "["), count: 100_000))
        #expect(text.hasPrefix("contract.yaml:1:65: error: lists and mappings lie more than 64 levels inside one another [too-deep]\n"))
        #expect(text.utf8.count < 1_000)
    }

    @Test("in UTF-16 ask to be saved as UTF-8", arguments: [[0xFF, 0xFE] as [UInt8], []])
    func utf16(_ mark: [UInt8]) {
        let text = Self.rendered(mark + "charter: 1\n".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
        #expect(text.hasPrefix("contract.yaml:1:1: error: the file is UTF-16 [not-utf8]\n"))
        #expect(text.hasSuffix("  help: save it as UTF-8\n"))
        #expect(!text.unicodeScalars.contains("\u{0}"))
    }

    @Test("of any bytes are refused without a crash and printed without control characters")
    func binary() {
        var state: UInt64 = 1
        for length in 1...300 {
            let bytes = (0..<length).map { _ in
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return UInt8(truncatingIfNeeded: state >> 56)
            }
            let text = Self.rendered([0x7F, 0x45, 0x4C, 0x46] + bytes)
            #expect(text.contains("error: "))
            #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || $0 == "\t" || $0.properties.generalCategory != .control })
        }
    }

    @Test("cut off anywhere never crash", arguments: ["everything-at-once", "rule-bounds-misplaced", "valid-list", "type-form"])
    func truncated(_ name: String) throws {
        let bytes = try Cases.source(name).bytes
        for length in stride(from: 0, to: bytes.count, by: 7) {
            _ = compileContract(SourceText(file: "contract.yaml", bytes: Array(bytes[..<length])))
        }
    }
}
