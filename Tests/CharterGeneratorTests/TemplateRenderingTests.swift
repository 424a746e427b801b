@testable import CharterGenerator
import Testing

/// What templates become.
@Suite("A template")
struct TemplateRenderingTests {
    @Test("shows texts as they are, in partials too")
    func noEscapes() throws {
        let view = ShelfView(label: "<a href=\"&\">'`\\", notes: ["1 < 2 & \"3\""])
        let text = try view.rendered("{{label}}\n{{>Client/Keys}}\n", partial: "{{#notes}}\n{{.}}\n{{/notes}}\n{{label}}\n")
        #expect(text == "<a href=\"&\">'`\\\n1 < 2 & \"3\"\n<a href=\"&\">'`\\\n")
    }

    @Test("does not read tags in texts")
    func textsAreNoTemplates() throws {
        #expect(try ShelfView(label: "{{isLocked}}{{>Header}}").rendered("{{label}}") == "{{isLocked}}{{>Header}}\n")
    }

    @Test("shows sections of flags, lines and views")
    func sections() throws {
        let view = ShelfView(isLocked: true, notes: ["one", "two"], books: [BookView(title: "Emma", authors: ["Austen"])])
        let template = """
            {{#isLocked}}
            locked {{label}}
            {{/isLocked}}
            {{^isLocked}}
            open
            {{/isLocked}}
            {{#notes}}
            - {{.}} on {{label}}
            {{/notes}}
            {{#books}}
            {{title}}: {{#authors}}{{.}}{{/authors}}
            {{/books}}
            {{#newest}}
            newest {{title}}
            {{/newest}}
            {{^newest}}
            nothing new{{! a comment }}
            {{/newest}}
            """
        let expected = "locked novels\n- one on novels\n- two on novels\nEmma: Austen\nnothing new\n"
        #expect(try view.rendered(template) == expected)
    }

    @Test(
        "is tidied",
        arguments: [
            ("a  \n b ", "a\n b\n"),
            ("\n\na\n\n\n\nb\n\n\n", "a\n\nb\n"),
            ("a {\n\n\n    b\n\n\n}\n", "a {\n    b\n}\n"),
            ("a {\n    b {\n\n    }\n\n}", "a {\n    b {\n    }\n}\n"),
            ("   \n", "\n"),
            ("", "\n"),
        ]
    )
    func tidied(_ text: String, _ expected: String) {
        #expect(text.tidied == expected)
        #expect(expected.tidied == expected)
    }

    @Test("may come with the line ends of Windows")
    func windowsLineEnds() throws {
        #expect(try ShelfView().rendered("a\r\n\r\n{{label}}\r\n") == "a\n\nnovels\n")
    }

    @Test("of the header shows at the top of every Swift file")
    func header() throws {
        let templates = try TemplateLibrary(overrides: ["Header.swift.mustache": (text: "// Ours: {{api}} & more\n", file: "mine")])
        let files = try SmallContract.files(of: ContractCase(name: "library").api(), templates: templates)
        for (path, text) in files where path.hasSuffix(".swift") {
            #expect(text.hasPrefix("// Ours: Library & more\n\n"), "\(path)")
        }
    }

    @Test("gives the same text each time")
    func determinism() throws {
        let api = try ContractCase(name: "library").api()
        let first = try Emitters(templates: TemplateLibrary()).files(for: api, as: .everything(of: api))
        let again = try ContractCase(name: "library").api()
        #expect(try Emitters(templates: TemplateLibrary()).files(for: again, as: .everything(of: again)) == first)
        #expect(first.map(\.path) == first.map(\.path).sorted())
        #expect(Set(first.map(\.path)).count == first.count)
    }
}
