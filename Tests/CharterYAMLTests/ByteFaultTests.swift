import CharterYAML
import Testing

@Suite("Bytes that are no YAML text")
struct ByteFaultTests {
    @Test(
        "are refused where they stand",
        arguments: [
            ([0x61, 0x3A, 0x20, 0x00], "1:4 control-character"),
            ([0x61, 0x0A, 0xC3, 0xA9, 0x07], "2:2 control-character"),
            ([0x61, 0x0D, 0x0A, 0x7F], "2:1 control-character"),
            ([0xEF, 0xBB, 0xBF, 0x61, 0x1B], "1:2 control-character"),
            ([0x61, 0xC2, 0x80], "1:2 control-character"),
            ([0x7F, 0x45, 0x4C, 0x46, 0x00], "1:1 control-character"),
            ([0x61, 0x3A, 0x20, 0xE9, 0x78], "1:4 not-utf8"),
            ([0xC3, 0xA9, 0xE2, 0x82, 0x28], "1:2 not-utf8"),
            ([0x61, 0xE2, 0x82], "1:2 not-utf8"),
            ([0x61, 0x80], "1:2 not-utf8"),
            ([0x61, 0xC0, 0x80], "1:2 not-utf8"),
            ([0x61, 0xED, 0xA0, 0x80], "1:2 not-utf8"),
            ([0x61, 0xF5, 0x80, 0x80, 0x80], "1:2 not-utf8"),
        ] as [([UInt8], String)]
    )
    func refused(bytes: [UInt8], fault: String) {
        let result = parseYAML(SourceText(file: "contract.yaml", bytes: bytes))
        #expect(result.shortFaults == [fault])
        #expect(result.root == nil)
    }

    @Test(
        "of a wide encoding are named",
        arguments: [
            ([0xFF, 0xFE, 0x61, 0x00], "UTF-16"), ([0xFE, 0xFF, 0x00, 0x61], "UTF-16"),
            ([0x61, 0x00, 0x3A, 0x00], "UTF-16"), ([0x00, 0x61, 0x00, 0x3A], "UTF-16"), ([0x61, 0x00], "UTF-16"),
            ([0xFF, 0xFE, 0x00, 0x00], "UTF-32"), ([0x00, 0x00, 0xFE, 0xFF], "UTF-32"),
            ([0x61, 0x00, 0x00, 0x00], "UTF-32"), ([0x00, 0x00, 0x00, 0x61], "UTF-32"),
        ] as [([UInt8], String)]
    )
    func wideEncoding(bytes: [UInt8], encoding: String) {
        let result = parseYAML(SourceText(file: "contract.yaml", bytes: bytes))
        #expect(result.shortFaults == ["1:1 not-utf8"])
        #expect(result.faults.first?.message == "the file is \(encoding)")
        #expect(result.faults.first?.help == "save it as UTF-8")
    }
}
