import CharterRuntime
import Testing

@Suite("the file of fixtures")
struct FixtureFileTests {
    private static let least = #"{"fixtures":1,"baseURL":"http://a/v1","tenants":["oslo"],"credentials":[],"parameters":{}}"#

    @Test("is read as it was written")
    func roundTrip() throws {
        var fixtures = Fixtures.calendar
        fixtures.suspended = ["rome"]
        fixtures.credentials[0].roles = ["owner"]
        fixtures.credentials[0].user = "ada"
        fixtures.credentials[0].query = ["api_key": "\"k\""]
        fixtures.credentials[0].state = .expired
        fixtures.bodies = ["oslo": ["addEvent": .object(["slug": .string("new"), "seats": .integer(.max), "note": .null])]]
        fixtures.credentials[0].limits = ["rate": 120]
        fixtures.credentials[1].limits = [:]
        fixtures.plans = ["oslo": "free"]
        fixtures.failures = ["oslo": ["addEvent": ["taken": Fixtures.Provocation(parameters: ["slug": "old"], body: .object([:]))]]]
        fixtures.control = Fixtures.Control(reset: "http://a/control/reset", advanceClock: "http://a/control/clock")
        #expect(try JSONCoding.decode(Fixtures.self, from: JSONCoding.encode(fixtures)) == fixtures)
    }

    @Test("has what may be absent left out")
    func absent() throws {
        let fixtures = try JSONCoding.decode(Fixtures.self, from: Array(Self.least.utf8))
        #expect(fixtures == Fixtures(baseURL: "http://a/v1", tenants: ["oslo"], credentials: [], parameters: [:]))
        #expect(try String(decoding: JSONCoding.encode(fixtures), as: UTF8.self) == Self.least)
    }

    @Test("is read past what it says beside, and where nothing is null")
    func unknown() throws {
        let text = Self.least.dropLast() + #","bodies":null,"suspended":null,"made":{"by":["hand"]}}"#
        #expect(try JSONCoding.decode(Fixtures.self, from: Array(text.utf8)).bodies == nil)
    }

    @Test("has one request that fails, or a list of some")
    func failures() throws {
        func read(_ failing: String) throws -> Fixtures {
            let text = Self.least.dropLast() + #","failures":{"oslo":{"addEvent":{"taken":\#(failing)}}}}"#
            return try JSONCoding.decode(Fixtures.self, from: Array(text.utf8))
        }
        let several = try read(#"[{"body":1},{"parameters":{"slug":"old"}}]"#)
        #expect(several.failures?["oslo"]?["addEvent"]?["taken"] == .init(body: .integer(1), others: [.init(parameters: ["slug": "old"])]))
        #expect(try JSONCoding.decode(Fixtures.self, from: JSONCoding.encode(several)) == several)
        #expect(try read(#"[{"body":1}]"#) == read(#"{"body":1}"#))
        let none = #expect(throws: JSONFault.self) { try read("[]") }
        #expect(none?.path == "failures.oslo.addEvent.taken")
    }

    @Test(
        "needs what is always there",
        arguments: [
            ("fixtures", "fixtures is required (byte 0)"), ("tenants", "tenants is required (byte 0)"),
            ("credentials", "credentials is required (byte 0)"), ("parameters", "parameters is required (byte 0)"),
            ("baseURL", "baseURL is required (byte 0)"),
        ]
    )
    func missing(name: String, words: String) throws {
        let text = Self.least.replacing("\"\(name)\"", with: "\"other\"")
        let fault = #expect(throws: JSONFault.self) { try JSONCoding.decode(Fixtures.self, from: Array(text.utf8)) }
        #expect(fault?.description == words)
    }

    @Test("names the credential that is at fault")
    func credential() throws {
        let text = Self.least.replacing("[]", with: #"[{"tenant":"oslo","kind":"secret","scopes":[],"headers":{},"state":"lost"}]"#)
        let fault = #expect(throws: JSONFault.self) { try JSONCoding.decode(Fixtures.self, from: Array(text.utf8)) }
        #expect(fault?.path == "credentials[0].state")
    }
}
