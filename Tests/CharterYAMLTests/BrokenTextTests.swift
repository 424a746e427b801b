import CharterYAML
import Testing

@Suite("A broken text")
struct BrokenTextTests {
    static let sound = Array(
        """
        # ein Vertrag — contract
        base: &base !assumed { a: "1\\u00e9", b: 'x' }
        more: &more
          <<: *base
          list: [1, *base, k: v, {x: !t }]
        ? long key
        : |
          text

          more
        tail: >-
          folded
        """.utf8
    )

    @Test("cut off at any byte is read or refused within the file")
    func truncated() {
        for length in 0...Self.sound.count {
            check(Array(Self.sound[..<length]))
        }
    }

    @Test(
        "with any byte replaced is read or refused within the file",
        arguments: Array("\t\n-:?&*!|>'\"%@[]{},# <\0\u{7F}".utf8) + [0xFF, 0xC3, 0xE2]
    )
    func replaced(byte: UInt8) {
        for index in Self.sound.indices {
            var bytes = Self.sound
            bytes[index] = byte
            check(bytes)
        }
    }

    /// A text gives a tree or a fault, and every fault has its place in the file.
    private func check(_ bytes: [UInt8]) {
        let source = SourceText(file: "f", bytes: bytes)
        let result = parseYAML(source)
        #expect(result.root != nil || !result.faults.isEmpty)
        for fault in result.faults {
            #expect(fault.span.start <= fault.span.end)
            #expect(source.line(fault.span.start.line).map { fault.span.start.column <= $0.unicodeScalars.count + 1 } == true, "\(fault)")
            #expect(!fault.message.isEmpty)
        }
    }
}
