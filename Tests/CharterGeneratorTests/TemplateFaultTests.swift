@testable import CharterGenerator
import Testing

/// A tag that cannot be shown is a fault with a place, whatever the contract.
@Suite("A faulty template")
struct TemplateFaultTests {
    @Test("is refused", arguments: TemplateFaultCase.all)
    func refusal(_ fault: TemplateFaultCase) throws {
        let file = fault.isInPartial ? "mine/Keys" : "mine/Header"
        let expected = TemplateFault(file: file, line: fault.line, message: fault.mistake.message, help: fault.mistake.help)
        #expect(throws: expected) { try ShelfView().rendered(fault.template, partial: fault.partial) }
    }

    @Test("is refused each time it is used")
    func again() throws {
        let templates = try TemplateLibrary(overrides: ["Header.swift.mustache": (text: "{{lable}}", file: "mine")])
        for _ in 1...2 { #expect(throws: TemplateFault.self) { try templates.render("Header", ShelfView(), in: NothingView()) } }
    }

    @Test("says so with its place")
    func description() {
        let fault = TemplateFault(file: "mine/Header", line: 3, message: "what is wrong", help: "what to do")
        #expect(fault.description == "mine/Header:3: error: what is wrong [template]\n  help: what to do")
    }

    @Test("cannot override what there is not")
    func unknownOverride() throws {
        let fault = #expect(throws: TemplateFault.self) {
            try TemplateLibrary(overrides: ["Heder.swift.mustache": (text: "", file: "mine")])
        }
        #expect(fault?.message == "there is no template 'Heder.swift.mustache' to override")
        #expect(fault?.file == "mine")
    }
}
