import Testing

/// A template, the partial beside it, and what is wrong with one of them.
struct TemplateFaultCase: CustomTestStringConvertible, Sendable {
    var name: String
    var template: String
    var partial: String
    var line: Int
    var mistake: TemplateMistake
    var isInPartial: Bool

    var testDescription: String { name }

    private init(_ name: String, _ template: String, line: Int = 1, _ mistake: TemplateMistake) {
        self.name = name
        self.template = template
        partial = ""
        self.line = line
        self.mistake = mistake
        isInPartial = false
    }

    private init(_ name: String, _ template: String, partial: String, line: Int = 1, _ mistake: TemplateMistake) {
        self.init(name, template, line: line, mistake)
        self.partial = partial
        isInPartial = true
    }

    static let all = names + lines + kinds + sections + partials + tags

    private static let names = [
        TemplateFaultCase("an unknown variable", "a\n\n{{lable}}", line: 3, .unknown("lable", nearest: "label")),
        TemplateFaultCase("a name like no other", "{{zzzzzzzzzz}}", .unknown("zzzzzzzzzz")),
        TemplateFaultCase("an unknown section", "{{#book}}{{/book}}", .unknown("book", nearest: "books")),
        TemplateFaultCase("an unknown inverted section", "\n{{^book}}{{/book}}", line: 2, .unknown("book", nearest: "books")),
        TemplateFaultCase("a name deep inside", "{{#books}}\n{{#authors}}\n{{titel}}", line: 3, .unknown("titel", nearest: "title")),
        TemplateFaultCase("a name that is never shown", "{{#isLocked}}{{lable}}{{/isLocked}}", .unknown("lable", nearest: "label")),
        TemplateFaultCase("a name in an absent view", "{{#newest}}\n{{titl}}", line: 2, .unknown("titl", nearest: "title")),
        TemplateFaultCase("an inner name behind its section", "{{#books}}{{/books}}{{title}}", .unknown("title")),
        TemplateFaultCase("an inner name in the inverted section", "{{^books}}{{title}}{{/books}}", .unknown("title")),
        TemplateFaultCase("a name behind lines of Windows", "a\r\nb\r\n{{lable}}", line: 3, .unknown("lable", nearest: "label")),
    ]

    private static let lines = [
        TemplateFaultCase("a line outside of lines", "{{.}}", .lineOutsideLines),
        TemplateFaultCase("a line behind lines", "{{#notes}}{{.}}{{/notes}}\n{{.}}", line: 2, .lineOutsideLines),
        TemplateFaultCase("a line where there are none", "{{^notes}}{{.}}{{/notes}}", .lineOutsideLines),
        TemplateFaultCase("a line in a flag", "{{#isLocked}}{{.}}{{/isLocked}}", .lineOutsideLines),
        TemplateFaultCase("a line in views", "{{#books}}{{.}}{{/books}}", .lineOutsideLines),
        TemplateFaultCase("a line in views in lines", "{{#notes}}{{#books}}{{.}}{{/books}}{{/notes}}", .lineOutsideLines),
    ]

    private static let kinds = [
        TemplateFaultCase("a text as a section", "{{#label}}{{/label}}", .section(ofText: "label")),
        TemplateFaultCase("a text as an inverted section", "{{^label}}{{/label}}", .section(ofText: "label")),
        TemplateFaultCase("a flag as a variable", "{{isLocked}}", .noText("isLocked")),
        TemplateFaultCase("lines as a variable", "{{notes}}", .noText("notes")),
        TemplateFaultCase("views as a variable", "{{books}}", .noText("books")),
        TemplateFaultCase("a view as a variable", "{{newest}}", .noText("newest")),
    ]

    private static let sections = [
        TemplateFaultCase("a section without an end", "a\n{{#books}}\n{{title}}", line: 2, .openSection("books")),
        TemplateFaultCase("a section ended by another name", "{{#books}}\n{{/notes}}", line: 2, .strayEnd("notes")),
        TemplateFaultCase("sections that cross", "{{#books}}{{#isLocked}}\n{{/books}}{{/isLocked}}", line: 2, .strayEnd("books")),
        TemplateFaultCase("an end without a section", "{{/books}}", .strayEnd("books")),
    ]

    private static let partials = [
        TemplateFaultCase(
            "an unknown name in a partial",
            "{{>Client/Keys}}",
            partial: "x\n{{lable}}",
            line: 2,
            .unknown("lable", nearest: "label")
        ),
        TemplateFaultCase("an inner name in a partial outside", "{{>Client/Keys}}", partial: "{{title}}", .unknown("title")),
        TemplateFaultCase("a section that a partial leaves open", "{{>Client/Keys}}", partial: "{{#books}}", .openSection("books")),
        TemplateFaultCase("a section that a partial ends", "{{#books}}{{>Client/Keys}}", partial: "{{/books}}", .strayEnd("books")),
        TemplateFaultCase("a kind of tag in a partial", "{{>Client/Keys}}", partial: "\n\n{{&label}}", line: 3, .noTag("{{&label}}")),
        TemplateFaultCase("partials in a circle", "{{>Client/Keys}}", partial: "\n{{>Client/Keys}}", line: 2, .circle("Client/Keys")),
        TemplateFaultCase("a template as its own partial", "\n{{>Header}}", line: 2, .circle("Header")),
        TemplateFaultCase("an unknown partial", "\n{{>Client/Locks}}", line: 2, .unknownPartial("Client/Locks")),
    ]

    private static let tags = [
        TemplateFaultCase("three braces", "{{{label}}}", .noTag("{{{label}}")),
        TemplateFaultCase("an ampersand", "{{&label}}", .noTag("{{&label}}")),
        TemplateFaultCase("other delimiters", "{{=<% %>=}}", .noTag("{{=<% %>=}}")),
        TemplateFaultCase("a block", "{{$label}}", .noTag("{{$label}}")),
        TemplateFaultCase("a parent", "{{<Header}}", .noTag("{{<Header}}")),
        TemplateFaultCase("a pragma", "{{% CONTENT_TYPE:HTML}}", .noTag("{{% CONTENT_TYPE:HTML}}")),
        TemplateFaultCase("a transform", "{{uppercased(label)}}", .noTag("{{uppercased(label)}}")),
        TemplateFaultCase("a path of names", "{{newest.title}}", .noTag("{{newest.title}}")),
        TemplateFaultCase("a name of two words", "{{la bel}}", .noTag("{{la bel}}")),
        TemplateFaultCase("an empty tag", "{{}}", .noTag("{{}}")),
        TemplateFaultCase("a tag over two lines", "a\n{{label\n}}", line: 2, .unended),
        TemplateFaultCase("a tag over two lines of Windows", "a\r\n{{label\r\n}}", line: 2, .unended),
        TemplateFaultCase("a tag without an end", "{{label", .unended),
    ]
}
