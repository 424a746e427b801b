import CharterRuntime
import Testing

/// Forms in parts (RFC 7578), as browsers and others write them, and as nobody should.
@Suite("Forms in parts")
struct MultipartTests {
    private static let name = FormBench.part("name", "a")
    private static let taken = #"{"name":"a","tags":[]}"#
    private static let malformed = "400 malformed-body body"

    private func outcome(_ body: String, boundary: String = "b") async throws -> String {
        try await FormBench().outcome(body, as: "multipart/form-data; boundary=\(boundary)")
    }

    @Test("become the same values")
    func values() async throws {
        let body = FormBench.parts(
            FormBench.part("name", "Ada\r\n-- Vale"),
            FormBench.part("size", "3"),
            FormBench.part("tags", "x"),
            FormBench.part("tags[]", "y"),
            FormBench.part("address[street]", ""),
            FormBench.part("note", "")
        )
        #expect(
            try await outcome(body) == #"{"address":{"street":""},"name":"Ada\r\n-- Vale","note":null,"size":3,"tags":["x","y"]}"#
        )
    }

    @Test(
        "may be written in many ways",
        arguments: [
            FormBench.parts(name, end: "--b--"), FormBench.parts(name, end: "--b--\r\nand more"), "before\r\n" + FormBench.parts(name),
            "\r\n" + FormBench.parts(name), FormBench.parts(name).replacing("--b\r\n", with: "--b \t\r\n"),
            FormBench.parts("content-disposition:FORM-DATA;name=name\r\n\r\na"),
            FormBench.parts("Content-Type: text/plain; charset=\"UTF-8\"\r\nX-Other: 1\r\n" + name),
            FormBench.parts("Content-Transfer-Encoding: 8bit\r\n" + name),
        ]
    )
    func variants(body: String) async throws {
        #expect(try await outcome(body) == Self.taken)
    }

    @Test("may have any boundary", arguments: [#""a b""#, "(1)'+_,-./:=?".quoted, String(repeating: "x", count: 70)])
    func boundaries(boundary: String) async throws {
        let body = FormBench.parts(Self.name).replacing("--b", with: "--" + boundary.replacing("\"", with: ""))
        #expect(try await outcome(body, boundary: boundary) == Self.taken)
    }

    @Test(
        "need a boundary that can be one",
        arguments: [
            "", "; boundary=", "; boundary=\"\"", "; boundary=\"b \"", "; boundary=\"b;\"",
            "; boundary=" + String(repeating: "x", count: 71),
        ]
    )
    func noBoundary(parameters: String) async throws {
        let outcome = try await FormBench().outcome(FormBench.parts(Self.name), as: "multipart/form-data" + parameters)
        #expect(outcome == (parameters == "; boundary=" ? "415 unsupported-media-type" : Self.malformed))
    }

    @Test(
        "are malformed where they do not end, or begin",
        arguments: [
            "", "--b", "--b\r\n", "--b\r\n" + name, "--b\r\n" + name + "\r\n--", FormBench.parts(name, end: ""),
            FormBench.parts(name, end: "--b"),
            FormBench.parts(name, end: "--b-"), FormBench.parts(name, end: "--bc--"), FormBench.parts(name).replacing("\r\n", with: "\n"),
            FormBench.parts(name).replacing("a\r\n", with: "a\n"), FormBench.parts(name).replacing("a\r\n", with: "a\r"), "name=a", "--c--",
        ]
    )
    func ends(body: String) async throws {
        #expect(try await outcome(body) == Self.malformed)
    }

    @Test(
        "are malformed where a part has no head that says its name",
        arguments: [
            "\r\na", "a", "Content-Disposition: form-data\r\n\r\na", "Content-Disposition: form-data; name\r\n\r\na",
            "Content-Disposition: form-data; name=\"name\r\n\r\na", "Content-Disposition: form-data; name=\"name\"x\r\n\r\na",
            "Content-Disposition: form-data; name=name; name=name\r\n\r\na", "Content-Disposition: attachment; name=name\r\n\r\na",
            "Content-Type: text/plain\r\n\r\na", "Content-Disposition: form-data;\r\n name=name\r\n\r\na",
            "Content-Disposition: form-data; name=name\n\na", "Content-Disposition: form-data; name*=UTF-8''name\r\n\r\na",
            "X\r\n" + name, ": x\r\n" + name, name.replacing("\r\n\r\n", with: "\r\n"),
            "Content-Disposition: form-data; name=x\r\n" + name, "Content-Transfer-Encoding: base64\r\n" + name,
            "X-Long: \(String(repeating: "x", count: 8_192))\r\n" + name,
        ]
    )
    func heads(part: String) async throws {
        #expect(try await outcome(FormBench.parts(part)) == Self.malformed)
    }

    @Test("are malformed where a part is no UTF-8")
    func bytes() async throws {
        let body = Array(FormBench.parts(Self.name).utf8).flatMap { $0 == UInt8(ascii: "a") ? [$0, 0xFF] : [$0] }
        #expect(try await FormBench().outcome(body, as: FormBench.multipart) == Self.malformed)
        let part = Array(FormBench.parts(FormBench.part("name", "*")).utf8).flatMap { $0 == UInt8(ascii: "*") ? [0xC3] : [$0] }
        #expect(try await FormBench().outcome(part, as: FormBench.multipart) == Self.malformed)
    }

    @Test("have names in which quotes are escaped as browsers do it, and others")
    func quotes() async throws {
        let bench = FormBench { $0.requests.unknownFields = .reject }
        let parts = [#"a%22b"#, #"c\"d"#, #"e\\f"#, #"g\h"#, "i%0d%0Aj"].map { FormBench.part($0, "1") } + [Self.name]
        let outcome = try await bench.outcome(parts.map { "--b\r\n\($0)\r\n" }.joined() + "--b--", as: FormBench.multipart)
        #expect(outcome == #"400 invalid-request ["a\"b"] ["c\"d"] e\f g\h i"# + "\r\nj")
    }

    @Test("have no files", arguments: ["filename=\"a.txt\"", "filename*=UTF-8''a.txt", "filename=\"\""])
    func files(parameter: String) async throws {
        let part = Self.name.replacing("name=", with: "\(parameter); name=")
        #expect(try await outcome(FormBench.parts(part)) == "400 invalid-request name")
    }

    @Test("have no other parts than texts", arguments: ["application/json", "text/html", "text/plain; charset=iso-8859-1", ""])
    func types(type: String) async throws {
        #expect(try await outcome(FormBench.parts("Content-Type: \(type)\r\n" + Self.name)) == "400 invalid-request name")
    }

    @Test("have at most a thousand parts", arguments: [(1_000, taken), (1_001, malformed)])
    func count(parts: Int, outcome: String) async throws {
        let many = Array(repeating: "--b\r\n" + FormBench.part("name[", "x") + "\r\n", count: parts - 1).joined()
        let reply = try await self.outcome(many + FormBench.parts(Self.name))
        #expect(reply.replacing(#","name[":"x""#, with: "") == outcome)
    }

    @Test("may have no part at all")
    func empty() async throws {
        #expect(try await outcome("--b--\r\n") == "400 invalid-request name")
    }
}

extension String {
    fileprivate var quoted: String { "\"\(self)\"" }
}
