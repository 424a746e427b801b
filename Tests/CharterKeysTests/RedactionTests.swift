import CharterRuntime
import CharterServer
import HTTPTypes
import Testing

@Suite("What is logged of requests")
struct RedactionTests {
    private let redaction = Redaction(.redacted)
    private let key: String

    init() throws {
        key = try KeyMaker(.redacted).key(kind: "secret").text
    }

    @Test("has no key behind an escape either, as in an error that is printed with its quotes")
    func escapes() {
        struct Failure: Error {
            let text: String
        }
        for space in ["\n", "\t", "\r", "\0", "\u{1B}", "\""] {
            let told = redaction.text(String(reflecting: Failure(text: "no more:\(space)\(key)")))
            #expect(!told.contains(key.dropFirst(3)) && told.contains("sk_[redacted]"), "\(told)")
        }
    }

    @Test("has no credential in a header field, whatever the place and the spelling")
    func fields() {
        let expected: [(String, String, String)] = [
            ("X-API-Key", key, "[redacted]"),
            ("x-api-key", "anything at all", "[redacted]"),
            ("Authorization", "Bearer eyJh.eyJz.c2ln", "Bearer [redacted]"),
            ("authorization", "bearer opaque", "bearer [redacted]"),
            ("Authorization", "Basic " + Base64.encode("\(key):"), "Basic [redacted]"),
            ("Authorization", key, "[redacted]"),
            ("Authorization", "two words", "[redacted]"),
            ("X-Auth", "Token hunter2", "Token [redacted]"),
            ("X-Auth", "Bearer hunter2", "[redacted]"),
            ("Proxy-Authorization", "Basic eDp5", "Basic [redacted]"),
            ("Cookie", "session=hunter2", "[redacted]"),
            ("Set-Cookie", "session=hunter2", "[redacted]"),
            ("Idempotency-Key", "8ad4f7c2", "[redacted]"),
            ("Referer", "https://shop.example/?api_key=hunter2&page=2", "https://shop.example/?api_key=[redacted]&page=2"),
            ("X-Forwarded-Uri", "/things?token=\(key)", "/things?token=sk_[redacted]"),
            ("Accept", "application/json", "application/json"),
            ("X-Request-Id", "8ad4f7c2-9e3b-4a1c-bc2f-1d8e3a9b7c4d", "8ad4f7c2-9e3b-4a1c-bc2f-1d8e3a9b7c4d"),
        ]
        for (name, value, redacted) in expected {
            let found = redaction.fields(HTTPFields([HTTPField.named(name, value)])).map(\.value)
            #expect(found == [redacted], "\(name): \(value)")
        }
        let both: [HTTPField] = [.named("X-API-Key", "a"), .named("X-API-Key", "b"), .named("Accept", "*/*")]
        #expect(redaction.fields(HTTPFields(both)).map(\.value) == ["[redacted]", "[redacted]", "*/*"])
    }

    @Test("has no credential in a URL, however its name is written")
    func urls() {
        let expected = [
            "/things?api_key=hunter2": "/things?api_key=[redacted]",
            "/things?a=1&api%5Fkey=hunter2&b=%20": "/things?a=1&api%5Fkey=[redacted]&b=%20",
            "/things?API_KEY=hunter2": "/things?API_KEY=[redacted]",
            "/things?api_key=one&api_key=two": "/things?api_key=[redacted]&api_key=[redacted]",
            "/things?api_key=%zz": "/things?api_key=[redacted]",
            "/things?api_key": "/things?api_key",
            "/things?api_keys=2&&x=": "/things?api_keys=2&&x=",
            "/things/a%2Fb?q=caf%C3%A9+au+lait": "/things/a%2Fb?q=caf%C3%A9+au+lait",
            "/things/\(key)/tags": "/things/sk_[redacted]/tags",
            "/things?q=x%20\(key)": "/things?q=x sk_[redacted]",
            "/things?q=sk%5F\(key.dropFirst(3))": "/things?q=sk_[redacted]",
            "https://user:hunter2@keys.example/things?x=1": "https://[redacted]@keys.example/things?x=1",
            "https://keys.example/@me": "https://keys.example/@me",
            "/": "/", "": "", "*": "*",
        ]
        for (url, redacted) in expected { #expect(redaction.url(url) == redacted) }
    }

    @Test("has no credential within a text")
    func texts() {
        let expected = [
            "The key '\(key)' is refused.": "The key 'sk_[redacted]' is refused.",
            "[\(key),\(key)]": "[sk_[redacted],sk_[redacted]]",
            key: "sk_[redacted]",
            "Fault(token: \"eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.\")": "Fault(token: \"[redacted]\")",
            "eyJ-eyJ.x eyJ-eyJ.x.y": "eyJ-eyJ.x [redacted]",
            "live_abcd": "live_[redacted]",
            // What is short, in the middle of a word or nothing but a prefix is no key.
            "Keys begin with 'sk_' or pk_.": "Keys begin with 'sk_' or pk_.",
            "task_sk1 desk_lamps sk_abc eyJ.x": "task_sk1 desk_lamps sk_abc eyJ.x",
            "e-mail to k9 kennels": "e-mail to k9 kennels",
            "k9 k0123456789abcdef": "k9 k[redacted]",
            "": "",
        ]
        for (text, redacted) in expected { #expect(redaction.text(text) == redacted) }
    }
}

extension APIDescription {
    /// An API whose requests can have credentials in every place that there is.
    fileprivate static let redacted = crossOrigin { api in
        api.credentials[0].kinds += [
            .init(name: "live", prefix: "live_", use: .serverOnly, holds: .all),
            .init(name: "short", prefix: "k", use: .serverOnly, holds: .all),
        ]
        api.credentials.append(.init(name: "odd", place: .scheme("Token", header: "X-Auth"), holds: .all))
    }
}
