import Testing

/// The bytes of a text that may be no UTF-8, and a name for reports.
struct JSONText: Sendable, Hashable, CustomTestStringConvertible {
    var bytes: [UInt8]

    init(_ text: String) {
        bytes = Array(text.utf8)
    }

    init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The text within another one, which has a `$` in its place.
    func within(_ frame: String) -> [UInt8] {
        let parts = frame.utf8.split(separator: UInt8(ascii: "$"), omittingEmptySubsequences: false)
        return Array(parts[0]) + bytes + Array(parts[1])
    }

    var isBlank: Bool { bytes.allSatisfy { $0 <= 0x20 } }

    var testDescription: String { String(decoding: bytes.prefix(60), as: UTF8.self) }
}
