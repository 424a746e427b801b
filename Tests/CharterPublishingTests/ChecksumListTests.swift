import Testing

@testable import CharterPublishing

@Suite("SHA256SUMS")
struct ChecksumListTests {
    static let digest = String(repeating: "0123456789abcdef", count: 4)

    @Test("has a line for each file, sorted")
    func text() {
        let list = ChecksumList(digests: ["openapi.json": Self.digest, "CHANGES.md": Self.digest])
        #expect(list.text == "\(Self.digest)  CHANGES.md\n\(Self.digest)  openapi.json\n")
        #expect(ChecksumList(Array(list.text.utf8)) == list)
    }

    @Test("may have been written by other tools, in binary mode and in capitals")
    func otherTools() {
        let list = ChecksumList(Array("\(Self.digest.uppercased()) *openapi.json\n".utf8))
        #expect(list?.digests == ["openapi.json": Self.digest])
    }

    @Test(
        "is damaged",
        arguments: [
            "", "\n", "\(digest)  openapi.json", "\(digest) openapi.json\n", "\(digest)\topenapi.json\n", "\(digest)  \n",
            "\(digest.dropLast())  openapi.json\n", "\(digest.dropLast())g  openapi.json\n", "\(digest)  openapi.json\r\n",
            "\(digest)  openapi.json\n\n", "\(digest)  ../openapi.json\n", "\(digest)  /etc/hosts\n", "\(digest)  ..\n",
            "\(digest)  openapi.json\n\(digest)  openapi.json\n", "<<<<<<< HEAD\n\(digest)  openapi.json\n",
        ]
    )
    func damaged(_ text: String) {
        #expect(ChecksumList(Array(text.utf8)) == nil)
    }

    @Test("is damaged where it is no text")
    func bytes() {
        #expect(ChecksumList([0xFF, 0xFE, 0x0A]) == nil)
    }
}
