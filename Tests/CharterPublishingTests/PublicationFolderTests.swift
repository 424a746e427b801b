import Testing

@testable import CharterPublishing

@Suite("The folder of all releases")
struct PublicationFolderTests {
    @Test(
        "leads to what is in it",
        arguments: [("a", "a/b"), ("a/", "a/b"), ("./a", "./a/b"), ("/a", "/a/b"), ("/", "/b"), ("", "b")]
    )
    func path(_ folder: String, _ path: String) {
        #expect(PublicationFolder(path: folder).path("b") == path)
    }

    @Test("is none where no folder is named")
    func nameless() throws {
        #expect(throws: PublicationFault.impossible(" cannot be written: No such file or directory")) {
            try publish([release("1.0.0")], to: PublicationFolder(path: ""))
        }
    }
}
