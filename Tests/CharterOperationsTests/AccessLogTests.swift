import CharterRuntime
import CharterServer
import HTTPTypes
import Logging
import Testing

/// What the log says of requests.
@Suite("The log of requests")
struct AccessLogTests {
    private struct Broken: Error {
        let secret = WatchedServer.secretKey
    }

    @Test("has one entry with who called what, what became of it and how long that took")
    func granted() async throws {
        let server = try WatchedServer()
        let reply = try await server.send("GET", "/v1/shops/acme/things?colour=red", key: WatchedServer.secretKey)
        let entry = try #require(server.log.entries.first)
        #expect(server.log.entries.count == 1)
        #expect(entry.level == .info)
        var attributes = entry.attributes
        #expect(attributes.removeValue(forKey: "hb.request.id") == reply["X-Request-Id"])
        #expect(
            attributes == [
                "charter.request.id": reply["X-Request-Id"] ?? "", "http.request.method": "GET", "http.route": "/v1/shops/:shop/things",
                "charter.endpoint": "listThings", "url.path": "/v1/shops/acme/things", "http.response.status_code": "200",
                "http.server.request.duration": "0.25", "charter.credential": "apiKey", "charter.key.id": "key-1", "charter.tenant": "acme",
            ]
        )
    }

    @Test(
        "says why a request was refused, by the name of the convention",
        arguments: [
            ("GET", "/v1/shops/acme/things", nil, "credential-missing", "listThings"),
            ("GET", "/v1/shops/acme/things", "sk_unknown0unknown", "credential-unknown", "listThings"),
            ("GET", "/v1/shops/other/things", WatchedServer.secretKey, "foreign-tenant", "listThings"),
            ("POST", "/v1/shops/acme/things", WatchedServer.publishableKey, "key-kind-forbidden", "createThing"),
            ("DELETE", "/v1/shops/acme/things", WatchedServer.secretKey, "method-not-allowed", "_OTHER"),
            ("GET", "/v1/nothing", nil, "unknown-path", "_OTHER"),
        ] as [(String, String, String?, String, String)]
    )
    func refused(method: String, path: String, key: String?, reason: String, endpoint: String) async throws {
        let server = try WatchedServer()
        _ = try await server.send(method, path, key: key)
        let entry = try #require(server.log.entries.first)
        #expect(server.log.entries.count == 1)
        #expect(entry.attributes["charter.refusal"] == reason)
        #expect(entry.attributes["charter.endpoint"] == endpoint)
    }

    @Test("tells who was refused, as far as that was found out")
    func refusedCaller() async throws {
        let server = try WatchedServer()
        _ = try await server.send("GET", "/v1/shops/other/things", key: WatchedServer.secretKey)
        let attributes = try #require(server.log.entries.first?.attributes)
        #expect(attributes["charter.key.id"] == "key-1")
        #expect(attributes["charter.tenant"] == "other")
    }

    @Test(
        "never has a key in it, wherever that stands",
        arguments: [
            "/v1/shops/acme/things?api_key=\(WatchedServer.secretKey)", "/v1/shops/\(WatchedServer.secretKey)/things",
            "/v1/\(WatchedServer.secretKey)", "/v1/shops/%73k_0123456789abcdef/things",
        ]
    )
    func secrecy(path: String) async throws {
        let server = try WatchedServer { _ in throw Broken() }
        _ = try await server.send("GET", path)
        _ = try await server.send("GET", path, key: WatchedServer.secretKey)
        #expect(server.log.requests.count == 2)
        for entry in server.log.entries { #expect(!entry.text.contains("0123456789abcdef"), "\(entry.text)") }
    }

    @Test("cannot be given entries of a caller's own, nor be filled by long paths")
    func injection() async throws {
        let server = try WatchedServer()
        let word = "sk_0123456789abcdef%0Ainfo%20A%20request%1B%E2%80%AE"
        _ = try await server.send("GET", "/v1/\(word)")
        _ = try await server.send("GET", "/v1/\(String(repeating: "a", count: 5_000))")
        let paths = server.log.requests.compactMap { $0.attributes["url.path"] }
        #expect(paths.first == "/v1/sk_[redacted]\\u{a}info A request\\u{1b}\\u{202e}")
        #expect(paths.last?.count == 257)
    }

    @Test("says why a request failed, and tells its caller nothing of it")
    func failure() async throws {
        let server = try WatchedServer { _ in throw Broken() }
        let reply = try await server.send("GET", "/v1/ping")
        #expect(reply.status == 500)
        #expect(!reply.text.contains("Broken"))
        #expect(server.log.entries.map(\.level) == [.error, .info])
        #expect(server.log.entries.first?.attributes["error"]?.contains("Broken") == true)
        #expect(server.log.entries.last?.attributes["charter.refusal"] == "internal-error")
        let identifiers = server.log.entries.map { $0.attributes["charter.request.id"] }
        #expect(identifiers == [reply["X-Request-Id"], reply["X-Request-Id"]])
    }

    @Test("has failures alone where it is told to be quieter")
    func quiet() async throws {
        let server = try WatchedServer(level: .notice) { request in
            if request.endpoint.id == "ping" { throw Broken() }
            return .null
        }
        _ = try await server.send("GET", "/v1/shops/acme/things", key: WatchedServer.secretKey)
        #expect(server.log.entries.isEmpty)
        _ = try await server.send("GET", "/v1/ping")
        #expect(server.log.entries.map(\.level) == [.error])
    }

    @Test("does not repeat methods that callers make up")
    func madeUpMethod() async throws {
        let server = try WatchedServer()
        _ = try await server.send("BREW", "/v1/ping")
        #expect(server.log.requests.first?.attributes["http.request.method"] == "_OTHER")
    }

    @Test("has the cause of a failure in one line of bounded length, without a control character")
    func boundedCause() async throws {
        let server = try WatchedServer { _ in throw LongStory() }
        #expect(try await server.send("GET", "/v1/ping").status == 500)
        let cause = try #require(server.log.entries.first?.attributes["error"])
        #expect(
            cause.hasPrefix("one\\u{a}info A request was answered.\\u{1b}[31m\\u{2028} [redacted]") || cause.contains("sk_[redacted]"),
            "\(cause)"
        )
        #expect(cause.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0 != "\u{2028}" })
        #expect(cause.unicodeScalars.count <= 2_200 && cause.hasSuffix("…"))
        #expect(!cause.contains("0123456789abcdef"))
    }

    /// An error that repeats what somebody sent.
    private struct LongStory: Error, CustomStringConvertible {
        var description: String {
            "one\ninfo A request was answered.\u{1B}[31m\u{2028} \(WatchedServer.secretKey) \(String(repeating: "a", count: 100_000))"
        }
    }
}
