import CharterRuntime
import Foundation
import OdditiesModels
import Testing

/// Models of a contract with `json: { codable: yes }` mean the same through Foundation's coders as through Charter's own reader and writer.
@Suite("Generated models that are Codable")
struct CodableTests {
    @Test("take what they take without Foundation, and write the same", arguments: CodableCase.accepted)
    func accepted(_ trial: CodableCase) throws {
        try trial.expectAgreement(isAccepted: true)
    }

    @Test("refuse what they refuse without Foundation", arguments: CodableCase.refused)
    func refused(_ trial: CodableCase) throws {
        try trial.expectAgreement(isAccepted: false)
    }

    /// Foundation reads more than RFC 8259 §2 allows: what is behind a comma, and a mark in front that §8.1 forbids to write.
    @Test("are read by Foundation from what is not quite JSON", arguments: [#"{"type":"bolt",}"#, "\u{FEFF}{\"type\":\"bolt\"}"])
    func laxity(_ text: String) throws {
        #expect(try JSONDecoder().decode(Bolt.self, from: Data(text.utf8)) == Bolt())
        #expect(throws: JSONFault.self) { try JSONCoding.decode(Bolt.self, from: Array(text.utf8)) }
    }

    /// RFC 8259 §4 leaves open which of two members counts.
    ///
    /// Requests with two are refused before models read them.
    @Test("have the first of two members from Foundation, and the last one otherwise")
    func duplicates() throws {
        let text = #"{"type":"bolt","length":1,"length":2}"#
        #expect(try JSONDecoder().decode(Bolt.self, from: Data(text.utf8)).length == .value(1))
        #expect(try JSONCoding.decode(Bolt.self, from: Array(text.utf8)).length == .value(2))
    }

    /// Foundation's own bound is 512 levels.
    @Test("are read by Foundation from deeper texts than Charter's bound allows")
    func depth() throws {
        let text = #"{"type":"bolt","new":"# + String(repeating: "[", count: 99) + String(repeating: "]", count: 99) + "}"
        #expect(try JSONDecoder().decode(Bolt.self, from: Data(text.utf8)) == Bolt())
        #expect(throws: JSONFault.self) { try JSONCoding.decode(Bolt.self, from: Array(text.utf8)) }
        #expect(try JSONCoding.decode(Bolt.self, from: Array(text.utf8), maximumDepth: 512) == Bolt())
    }

    /// Coders get no bytes to hand on.
    @Test("have no raw JSON from Foundation")
    func rawJSON() throws {
        #expect(try JSONDecoder().decode(Record.Raw.self, from: Data("{}".utf8)).rawJSON == nil)
        #expect(try JSONCoding.decode(Record.Raw.self, from: Array("{}".utf8)).rawJSON?.text == "{}")
    }
}
