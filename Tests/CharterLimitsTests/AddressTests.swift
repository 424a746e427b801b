import CharterRuntime
import HTTPTypes
import Testing

@testable import CharterServer

@Suite("Limits by address")
struct AddressTests {
    private let limits = [APIDescription.Limit.of("visitors", allow: 2, by: .address) { $0.countsAnonymous = true }]

    @Test("count each address, whoever calls from it")
    func each() async throws {
        let server = LimitedServer(limits, ofEndpoints: ["visitors"])
        #expect(try await server.passing(of: 5, "/visits", from: "192.0.2.1") == 2)
        #expect(try await server.passing(of: 5, "/visits", from: "192.0.2.2") == 2)
        #expect(try await server.passing(of: 5, key: "a", from: "192.0.2.3") == 2)
        #expect(try await server.passing(of: 5, key: "b", from: "192.0.2.3") == 0)
    }

    @Test("are one for a network of IPv6, and for both spellings of IPv4")
    func networks() async throws {
        let server = LimitedServer(limits, ofEndpoints: ["visitors"])
        #expect(try await server.passing(of: 2, "/visits", from: "2001:db8::1") == 2)
        #expect(try await server.passing(of: 2, "/visits", from: "2001:db8:0:0:ffff::2") == 0)
        #expect(try await server.passing(of: 2, "/visits", from: "2001:db8:0:1::1") == 2)
        #expect(try await server.passing(of: 2, "/visits", from: "192.0.2.1") == 2)
        #expect(try await server.passing(of: 2, "/visits", from: "::ffff:192.0.2.1") == 0)
    }

    @Test("believe nothing that callers say")
    func unbelieved() async throws {
        let server = LimitedServer(limits, ofEndpoints: ["visitors"])
        var passing = 0
        for index in 0..<9 {
            let other = "198.51.100.\(index)"
            let fields: KeyValuePairs = ["X-Forwarded-For": other, "Forwarded": "for=\(other)", "X-Real-IP": other]
            if try await server.send(.get, "/visits", from: "192.0.2.1", fields).head.status == .ok { passing += 1 }
        }
        #expect(passing == 2)
    }

    @Test("take what the proxies wrote, whatever callers put before it")
    func proxies() async throws {
        let server = LimitedServer(limits, ofEndpoints: ["visitors"], address: .behindProxies(2))
        var outcomes: [String] = []
        for forged in ["", "198.51.100.1, ", "198.51.100.2 , \",", "192.0.2.9,,"] {
            let fields: KeyValuePairs = ["X-Forwarded-For": "\(forged)192.0.2.1:4711, 10.0.0.2"]
            outcomes.append(try await server.send(.get, "/visits", from: "10.0.0.3", fields).outcome)
        }
        #expect(outcomes == ["200", "200", "429 limit-exceeded", "429 limit-exceeded"])
        let other = try await server.send(.get, "/visits", ["X-Forwarded-For": "192.0.2.2", "X-Forwarded-For": "10.0.0.2"])
        #expect(other.outcome == "200")
        #expect(try await server.send(.get, "/visits", ["X-Forwarded-For": "10.0.0.2"]).outcome == "500 internal-error")
        #expect(try await server.send(.get, "/visits", ["X-Forwarded-For": "unknown, 10.0.0.2"]).outcome == "500 internal-error")
    }

    @Test(
        "are read in each spelling",
        arguments: [
            ("192.0.2.1", "192.0.2.1"), ("2001:DB8::1", "2001:db8:0:0::/64"), ("::ffff:192.0.2.1", "192.0.2.1"),
            ("fe80:0:0:abcd:1:2:3:4", "fe80:0:0:abcd::/64"), ("::1", "0:0:0:0::/64"),
        ]
    )
    func spellings(_ text: String, _ name: String) {
        #expect(NetworkAddress(text)?.text == name)
    }

    @Test("are read from what is no address as nothing", arguments: ["", "localhost", "192.0.2", "192.0.2.1:80", "[::1]", "_hidden"])
    func noAddresses(_ text: String) {
        #expect(NetworkAddress(text) == nil)
    }

    @Test("fail, and are logged, where no address is known")
    func missing() async throws {
        for server in [
            LimitedServer(limits, ofEndpoints: ["visitors"], knowsAddresses: false), LimitedServer(limits, ofEndpoints: ["visitors"]),
        ] {
            #expect(try await server.send(.get, "/visits").outcome == "500 internal-error")
            #expect(server.log.text.contains("the limit 'visitors' counts by address"))
        }
    }

    @Test("stand first against those who guess keys, where the contract says so")
    func first() async throws {
        let server = LimitedServer(limits, ofEndpoints: ["visitors"]) { $0.requests.order = [.throttles, .credentials] }
        #expect(try await server.send(key: "guess", from: "192.0.2.1").outcome == "401 credential-unknown")
        #expect(try await server.send(key: "guess", from: "192.0.2.1").outcome == "401 credential-unknown")
        #expect(try await server.send(key: "a", from: "192.0.2.1").outcome == "429 limit-exceeded")
        #expect(try await server.send(key: "a", from: "192.0.2.2").outcome == "200")
    }

    @Test("leave anonymous callers alone where another thing is counted, unless the limit says so")
    func anonymous() async throws {
        let silent = LimitedServer([.of("keys", allow: 1)], ofEndpoints: ["keys"])
        #expect(try await silent.passing(of: 5, "/visits", from: "192.0.2.1") == 5)
        let counting = LimitedServer([.of("keys", allow: 1) { $0.countsAnonymous = true }], ofEndpoints: ["keys"])
        #expect(try await counting.passing(of: 5, "/visits", from: "192.0.2.1") == 1)
        #expect(try await counting.passing(of: 5, "/visits", from: "192.0.2.2") == 1)
        #expect(try await counting.send(.get, "/visits").outcome == "500 internal-error")
    }
}
