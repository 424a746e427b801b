import CharterContract
import CharterYAML
import Testing

/// Contracts in several files.
@Suite("Included files")
struct IncludeTests {
    private static let head = TestContract.head

    /// Compiles `spec/shop.yaml` of these files.
    private static func compile(_ files: [String: String]) -> CompiledContract {
        compileContract(SourceText(file: "spec/shop.yaml", text: files["spec/shop.yaml"] ?? "")) { path throws(UnreadableSource) in
            guard let text = files[path] else { throw UnreadableSource(reason: "No such file or directory") }
            return SourceText(file: path, text: text)
        }
    }

    /// The diagnostics of a contract as text.
    private static func faults(_ main: String, _ parts: [String: String] = [:]) -> String {
        let compiled = compile(parts.merging(["spec/shop.yaml": head + main]) { $1 })
        #expect(compiled.api == nil)
        return DiagnosticRenderer(sources: compiled.sources).render(compiled.diagnostics)
    }

    private static let look = "endpoints: { GET /: { id: look, does: Look, returns: Order } }\n"
    private static let order = "types: { Order: { about: What a customer bought., fields: { id: { type: uuid, about: Names it. } } } }\n"

    @Test("add their maps and lists to those of the contract, in order, and include others from their own folder")
    func merged() throws {
        let compiled = Self.compile([
            "spec/shop.yaml": Self.head + "include: [parts/lines.yaml, ./notes.yml]\n" + Self.look + Self.order,
            "spec/parts/lines.yaml": """
            include: [deeper/types.yaml]
            endpoints: { GET /lines: { id: getLines, does: Get lines, returns: Line } }
            """,
            "spec/parts/deeper/types.yaml": "types: { Line: { about: A part., fields: { id: { type: uuid, about: Names it. } } } }",
            "spec/notes.yml": "about: Sells things.\nendpoints: { GET /notes: { id: getNotes, does: Get notes, returns: string } }",
        ])
        #expect(compiled.diagnostics == [])
        let api = try #require(compiled.api)
        #expect(api.endpoints.map(\.id) == ["look", "getLines", "getNotes"])
        #expect(api.types.map(\.name) == ["Order", "Line"])
        #expect(api.about == "Sells things.")
        let parts = ["spec/parts/lines.yaml", "spec/parts/deeper/types.yaml", "spec/notes.yml"]
        #expect(compiled.sources.map(\.file) == ["spec/shop.yaml"] + parts)
    }

    @Test("show their own faults at their own places")
    func places() {
        let types = "types:\n  Order: { type: Odrer, about: An order. }\n"
        let text = Self.faults("include: [types.yaml]\n" + Self.look, ["spec/types.yaml": types])
        let heading = "spec/types.yaml:2:18: error: there is no type 'Odrer' [unknown-type]\n"
        #expect(text.hasPrefix(heading + "  2 |   Order: { type: Odrer, about: An order. }\n"))
        #expect(text.contains("spec/types.yaml:1:1: note: 'types:' stands here\n"))
    }

    @Test("keep what they mark as assumed to themselves")
    func marks() throws {
        let compiled = Self.compile([
            "spec/shop.yaml": Self.head + "include: [marked.yaml, plain.yaml]\n" + Self.look + Self.order,
            "spec/marked.yaml": "types: !assumed { Marked: { about: Marked., fields: { size: integer } } }",
            "spec/plain.yaml": "types: { Plain: { about: Plain., fields: { size: integer } } }",
        ])
        let contract = try #require(compiled.contract)
        let assumed = contract.types.filter(\.type.isAssumed).map(\.name.value)
        #expect(assumed == ["Marked"])
        #expect(compiled.assumedFacts == 1)
    }

    @Test("cannot say again what stands in another file")
    func twice() {
        let text = Self.faults(
            "include: [again.yaml]\n" + Self.look + Self.order,
            ["spec/again.yaml": "title: Another\ntypes: { Order: { type: string, about: Another. } }\nservers: none\n"]
        )
        for place in ["spec/again.yaml:1:1", "spec/again.yaml:2:10", "spec/again.yaml:3:1"] {
            #expect(text.contains("\(place): error: "), "\(place)")
        }
        #expect(text.contains("spec/shop.yaml:3:1: note: it stands here too\n"))
        #expect(text.contains("spec/shop.yaml:9:10: note: it stands here too\n"))
        #expect(!text.contains("[unknown-"))
    }

    @Test(
        "lie in the folder of the file that includes them, or below it, where the build looks for edits",
        arguments: [
            "/etc/shop.yaml", "../shop.yaml", "parts/../../shop.yaml", "parts/..", "types.txt", "types", ".hidden/types.yaml",
            "parts/.yaml", "/", "a\\0.yaml",
        ]
    )
    func outside(_ path: String) {
        let text = Self.faults("include: [\"\(path)\"]\n" + Self.look)
        #expect(text.contains("spec/shop.yaml:7:11: error: "))
        #expect(text.contains("[invalid-include]"))
        #expect(!text.contains("unknown-type"))
    }

    @Test("are there, and are read in the words of the system where they are not")
    func missing() {
        let text = Self.faults("include: [types.yaml]\n" + Self.look)
        #expect(
            text == """
                spec/shop.yaml:7:11: error: 'spec/types.yaml' cannot be read: No such file or directory [unreadable-include]
                  7 | include: [types.yaml]
                    |           ^~~~~~~~~~
                  help: write its path from the folder of this file

                """
        )
    }

    @Test("do not lead back to one another")
    func circle() {
        let parts = ["spec/a.yaml": "include: [b.yaml]\n", "spec/b.yaml": "include: [a.yaml]\n"]
        let text = Self.faults("include: [a.yaml]\n" + Self.look, parts)
        #expect(text.hasPrefix("spec/b.yaml:1:11: error: 'spec/a.yaml' includes itself [include-cycle]\n"))
        #expect(Self.faults("include: [shop.yaml]\n" + Self.look).contains("error: 'spec/shop.yaml' includes itself [include-cycle]"))
    }

    @Test("are included once")
    func again() {
        let parts = ["spec/a.yaml": "include: [b.yaml]\n", "spec/b.yaml": Self.order]
        let text = Self.faults("include: [a.yaml, ./b.yaml]\n" + Self.look, parts)
        #expect(text.hasPrefix("spec/shop.yaml:7:19: error: 'spec/b.yaml' is included twice [included-twice]\n"))
        #expect(text.contains("spec/a.yaml:1:11: note: it is included here too\n"))
    }

    @Test("end somewhere, though links may lead on for ever")
    func depth() {
        var asked: [String] = []
        let compiled = compileContract(SourceText(file: "shop.yaml", text: Self.head + "include: [loop/a.yaml]\n" + Self.look)) { path in
            asked.append(path)
            return SourceText(file: path, text: "include: [loop/a.yaml]\n")
        }
        #expect(compiled.diagnostics.map(\.rule) == ["include-depth"])
        #expect(asked.count == 15)
    }

    @Test("are no contracts, and maps")
    func forms() {
        let contract = Self.faults("include: [a.yaml]\n" + Self.look, ["spec/a.yaml": "about: A.\ncharter: 1\n"])
        #expect(contract.hasPrefix("spec/a.yaml:2:1: error: a fragment is no contract of its own [included-contract]\n"))
        let list = Self.faults("include: [a.yaml]\n" + Self.look, ["spec/a.yaml": "- types\n"])
        #expect(list.hasPrefix("spec/a.yaml:1:1: error: expected a map"))
        let unclosed = Self.faults("include: [a.yaml]\n" + Self.look, ["spec/a.yaml": "a: [\n"])
        #expect(unclosed.hasPrefix("spec/a.yaml:"))
        #expect(Self.faults("include: a.yaml\n" + Self.look).contains("  help: write [a.yaml]\n"))
    }
}
