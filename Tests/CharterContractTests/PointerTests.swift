import CharterYAML
import Testing

@testable import CharterContract

@Suite("places of facts by their keys")
struct PointerTests {
    private static let text = """
        limits:
          reads: { allow: 3, per: 1s, by: key }
        types:
          Event:
            fields:
              title?: string
        endpoints:
          GET /events:
            id: listEvents
            scope: READ
        """

    @Test(
        "are those of the last key that is there",
        arguments: [
            ("limits/reads", "2:3"), ("limits/reads/allow", "2:12"), ("limits/writes", "1:1"), ("types/Event/title", "6:7"),
            ("endpoints", "7:1"),
        ]
    )
    func place(pointer: String, place: String) throws {
        let tree = try #require(parseYAML(SourceText(file: "a.yaml", text: Self.text)).root)
        let start = try #require(tree.place(of: pointer.split(separator: "/").map(String.init))).start
        #expect("\(start.line):\(start.column)" == place)
    }

    @Test("are found below an endpoint by its id, and nowhere where not even the first key is there")
    func endpoint() throws {
        let tree = try #require(parseYAML(SourceText(file: "a.yaml", text: Self.text)).root)
        #expect(tree.endpointsByID["listEvents"]?.value.place(of: ["scope"])?.start.line == 10)
        #expect(tree.endpointsByID["other"]?.key.text == nil)
        #expect(tree.place(of: ["errors", "body"]) == nil)
    }
}
