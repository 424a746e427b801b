import CharterContract
import CharterOpenAPI
import Foundation
import GoldenFiles
import Testing

/// The OpenAPI document of a contract with every feature.
@Suite("An OpenAPI document")
struct OpenAPIDocumentTests {
    private let document: OrderedJSON

    init() throws {
        document = try OpenAPIDocument(ContractCase(name: "library").api()).json
    }

    @Test("says what the contract says")
    func golden() throws {
        try GoldenFile("cases/library/openapi.json").expect(document.prettyText)
    }

    @Test("says what types and endpoints of every shape are")
    func shapes() throws {
        try GoldenFile("cases/shapes/openapi.json").expect(OpenAPIDocument(ContractCase(name: "shapes").api()).text)
    }

    @Test("has the same bytes each time")
    func determinism() throws {
        let again = try OpenAPIDocument(ContractCase(name: "library").api()).text
        #expect(again == document.prettyText)
        #expect(again.hasSuffix("}\n"))
    }

    @Test(
        "is read by others as it was meant",
        arguments: HostileTexts.all + ["\u{1}\u{1F}\u{7F}\u{10FFFF}😀", "\\u0041", "/", "", "null", "true", "1e5"]
    )
    func escapes(_ text: String) throws {
        var api = try ContractCase(name: "library").api()
        api.title = text
        api.about = text
        api.servers[0].name = text
        let document = OpenAPIDocument(api).json
        for written in [document.prettyText, document.compactText] {
            let read = try JSONSerialization.jsonObject(with: Data(written.utf8))
            #expect(PlainJSON(read) == PlainJSON(document))
        }
    }

    @Test("refers only to what it holds, and holds nothing that is not referred to")
    func references() throws {
        let references = document.members(named: "$ref").compactMap(\.text)
        var used: Set<String> = []
        for reference in references {
            let path = reference.split(separator: "/").map(String.init)
            #expect(path.first == "#")
            let target = path.dropFirst().reduce(document as OrderedJSON?) { $0?[$1] }
            #expect(target != nil, "\(reference)")
            used.insert(reference)
        }
        for section in ["schemas", "responses"] {
            for name in document["components"]?[section]?.memberNames ?? [] {
                #expect(used.contains("#/components/\(section)/\(name)"), "\(name)")
            }
        }
    }

    @Test("names each member once")
    func memberNames() {
        for object in document.objects { #expect(Set(object.memberNames).count == object.memberNames.count, "\(object.compactText)") }
    }

    @Test("writes null in the forms of JSON Schema")
    func nullable() throws {
        let book = try #require(document["components"]?["schemas"]?["Book"])
        #expect(book["properties"]?["subtitle"]?["type"] == ["string", "null"])
        #expect(book["properties"]?["shelf"]?["anyOf"] == [["$ref": "#/components/schemas/Shelf"], ["type": "null"]])
        #expect(document["components"]?["schemas"]?["Remark"]?["type"] == ["string", "null"])
        #expect(book["required"] == ["isbn", "title", "genre", "subtitle", "shelf", "authors", "state", "cover"])
    }

    @Test("writes each shared reply once")
    func sharedReplies() throws {
        let names = document["components"]?["responses"]?.memberNames ?? []
        #expect(Set(names).count == names.count)
        #expect(names.contains("Forbidden") && names.contains("Forbidden2"))
        let bodies = document["components"]?["responses"]?.memberValues ?? []
        #expect(Set(bodies).count == bodies.count)
    }

    @Test("says when to come back with each 429")
    func retryAfter() throws {
        for operation in document["paths"]?.memberValues.flatMap(\.memberValues) ?? [] {
            guard let reply = operation["responses"]?["429"] else { continue }
            let name = reply["$ref"]?.text?.split(separator: "/").last.map(String.init)
            let resolved = name.flatMap { document["components"]?["responses"]?[$0] } ?? reply
            #expect(resolved["headers"]?["Retry-After"]?["required"] == true)
        }
    }
}
