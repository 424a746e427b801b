import CharterRuntime
import HTTPTypes
import Testing

@testable import CharterConformance

@Suite("lines of curl")
struct CurlLineTests {
    private func line(_ method: HTTPRequest.Method = .post, _ fields: HTTPFields = [:], body: [UInt8]? = nil) -> String {
        let head = HTTPRequest(method: method, scheme: "http", authority: "a", path: "/b?c=d", headerFields: fields)
        return CurlLine(head, body: body, redaction: Redaction(of: .calendar, in: .calendar)).text
    }

    @Test("ask for a head by the option that waits for no body")
    func head() {
        #expect(line(.head) == "curl -I 'http://a/b?c=d'")
    }

    @Test("send a header field that is empty")
    func emptyField() throws {
        let fields: HTTPFields = [try #require(HTTPField.Name("X-Api-Key")): "", .accept: "text/plain"]
        #expect(line(.get, fields) == "curl -i -X GET 'http://a/b?c=d' -H 'X-Api-Key;' -H 'Accept: text/plain'")
    }

    @Test("send the bytes of a body that is no text")
    func bytes() {
        let body = Array(#"{"it's 5%\": ""#.utf8) + [0xff, 0x00, 0x0a] + Array("\"}".utf8)
        #expect(
            line(body: body)
                == #"printf '{"it'\''s 5\045\134": "\377\000\012"}' | curl -i -X POST 'http://a/b?c=d' --data-binary @-"#
        )
        // A text with a character that ends the words of a command.
        #expect(line(body: [0x61, 0x00]).hasPrefix(#"printf 'a\000' | "#))
    }

    @Test("cut a body that no command line can hold, and say so; what is just short enough stands whole")
    func long() {
        #expect(line(body: Array(repeating: 0x61, count: 102_400)).utf8.count > 102_400)
        let cut = line(body: Array(repeating: 0x61, count: 102_401))
        #expect(cut.hasSuffix("aaa…' # the body is cut here: it has 102401 bytes") && cut.count < 1_200)
        // Each of these bytes is spelled with four.
        let bytes = line(body: Array(repeating: 0xff, count: 30_000))
        #expect(bytes.hasSuffix("--data-binary @- # the body is cut here: it has 30000 bytes") && bytes.count < 1_300)
    }

    @Test("say which credentials of the fixtures they lack, in one remark with what else they lack")
    func credentials() throws {
        let name = try #require(HTTPField.Name("X-API-Key"))
        let text = line(.post, [name: "sk_oslo_write"], body: [0x61])
        #expect(text == "curl -i -X POST 'http://a/b?c=d' -H 'X-API-Key: sk_…' --data-raw 'a' # credentials[2]")
        let cut = line(.post, [name: "sk_oslo_write"], body: Array(repeating: 0x61, count: 102_401))
        #expect(cut.hasSuffix("…' # credentials[2], the body is cut here: it has 102401 bytes"))
        // What a check has made up is in no fixtures.
        #expect(!line(.post, [name: "sk_oslo_write2"], body: [0x61]).contains("#"))
    }

    @Test("show no part of a key where a body is cut, and none that is spelled for the shell")
    func redaction() {
        var fixtures = Fixtures.calendar
        fixtures.credentials[0].headers["X-App"] = "it's a secret"
        let body = Array((String(repeating: "b", count: 990) + "it's a secret" + String(repeating: "c", count: 110_000)).utf8)
        let head = HTTPRequest(method: .post, scheme: "http", authority: "a", path: "/")
        for body in [body, Array("it's a secret".utf8)] {
            let text = CurlLine(head, body: body, redaction: Redaction(of: fixtures, in: .calendar)).text
            #expect(text.contains("…") && !text.contains("it'"), "\(text)")
        }
    }
}
