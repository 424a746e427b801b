import CharterBearer
import CharterRuntime
import CharterServer
import Crypto
import Synchronization
import Testing

@Suite("Keys that are fetched")
struct KeyRotationTests {
    @Test("are fetched with the first token, and not again while they are young")
    func once() async throws {
        let site = KeySite([1])
        #expect(site.fetches == 0)
        for second in [0, 1, 500, 899] {
            site.clock = second
            #expect(try await site.caller(1) == "ann")
        }
        #expect(site.fetches == 1)
    }

    @Test("are fetched for a key that is new, at most once within an interval")
    func unknownKey() async throws {
        let site = KeySite([1])
        #expect(try await site.caller(1) == "ann")
        site.keys = [1, 2]
        site.clock = 59
        for _ in 0..<10 { #expect(try await site.caller(2) == nil) }
        #expect(site.fetches == 1)
        site.clock = 60
        #expect(try await site.caller(2) == "ann")
        #expect(try await site.caller(1) == "ann")
        #expect(site.fetches == 2)
        // Invented names, for an hour: one fetch a minute.
        let invented = try site.token(3)
        for second in 61...3_660 {
            site.clock = second
            #expect(try await site.verifier.caller(invented) == nil)
        }
        #expect(site.fetches == 62)
    }

    @Test("are not fetched for tokens that they could not be for", arguments: ["none", "HS256", "XS256"])
    func foreignAlgorithm(algorithm: String) async throws {
        let site = KeySite([1])
        #expect(try await site.caller(1) == "ann")
        site.clock = 100
        #expect(try await site.verifier.caller(Forgery(header: #"{"alg":"\#(algorithm)","kid":"new"}"#).token()) == nil)
        #expect(try await site.verifier.caller(Forgery(header: #"{"alg":"ES256"}"#).token()) == nil)
        #expect(site.fetches == 1)
    }

    @Test("are dropped when they are old and the issuer has them no more")
    func withdrawn() async throws {
        let site = KeySite([1, 2])
        #expect(try await site.caller(1) == "ann")
        site.keys = [2]
        site.clock = 899
        #expect(try await site.caller(1) == "ann")
        site.clock = 900
        #expect(try await site.caller(1) == nil)
        #expect(try await site.caller(2) == "ann")
        #expect(site.fetches == 2)
    }

    @Test("stay while a fetch fails, or brings none", arguments: [nil, "", "{}", #"{"keys":[]}"#, #"{"keys":[{"kty":"oct","k":"AA"}]}"#])
    func failing(reply: String?) async throws {
        let site = KeySite([1])
        #expect(try await site.caller(1) == "ann")
        site.reply = .some(reply)
        for second in [900, 930, 959, 960, 1_019] {
            site.clock = second
            #expect(try await site.caller(1) == "ann")
        }
        #expect(site.fetches == 3)
        site.reply = nil
        site.keys = [1, 2]
        site.clock = 1_020
        #expect(try await site.caller(2) == "ann")
    }

    @Test("are an error of the server, not of the caller, as long as there are none")
    func never() async throws {
        let site = KeySite([1])
        site.reply = .some(nil)
        let server = BearerServer(site.verifier)
        for second in [0, 1, 59] {
            site.clock = second
            #expect(try await server.outcome(site.token(1)) == "500 internal-error")
        }
        #expect(site.fetches == 1)
        site.reply = nil
        site.clock = 60
        #expect(try await server.outcome(site.token(1)) == "200")
    }

    @Test("are fetched once, however many tokens ask for them at a time")
    func together() async throws {
        let site = KeySite([1])
        let callers = try await withThrowingTaskGroup(of: String?.self) { group in
            for _ in 0..<200 { group.addTask { try await site.caller(1) } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(callers == Array(repeating: "ann", count: 200))
        #expect(site.fetches == 1)
    }

    @Test("are fetched to the end, though the caller who began it hangs up")
    func cancelled() async throws {
        let site = KeySite([1])
        let task = Task { try await site.caller(1) }
        task.cancel()
        _ = try? await task.value
        #expect(try await site.caller(1) == "ann")
        #expect(site.fetches == 1)
    }

    @Test("are fetched also when the clock was set back")
    func clockSetBack() async throws {
        let site = KeySite([1])
        site.clock = 10_000
        #expect(try await site.caller(1) == "ann")
        site.keys = [2]
        site.clock = -10_000
        #expect(try await site.caller(2) == "ann")
        #expect(site.fetches == 2)
    }
}

/// An issuer whose keys change, and a server that fetches them, with a clock that the test sets.
private final class KeySite: Sendable {
    private struct State {
        var keys: [Int]
        var clock = 0
        var fetches = 0
        /// What is answered instead of the keys; a nil within is a failure.
        var reply: String??
    }

    private struct Unreachable: Error {}

    private let pairs: [Int: P256.Signing.PrivateKey] = [1: .init(), 2: .init(), 3: .init()]
    private let state: Mutex<State>
    private let fetched = Mutex<JSONWebTokenVerifier?>(nil)

    init(_ keys: [Int]) {
        state = Mutex(State(keys: keys))
        let keys = RefreshedKeys(
            now: { [unowned self] in Timestamp(secondsSinceEpoch: Forgery.now.secondsSinceEpoch + Int64(self.clock)) },
            fetch: { [unowned self] in try self.answer() }
        )
        fetched.withLock { $0 = JSONWebTokenVerifier(keys: keys, rules: .trial, now: { Forgery.now }) }
    }

    var verifier: JSONWebTokenVerifier {
        fetched.withLock { verifier in
            guard let verifier else { preconditionFailure("it is made with the site") }
            return verifier
        }
    }

    var keys: [Int] {
        get { state.withLock(\.keys) }
        set { state.withLock { $0.keys = newValue } }
    }

    /// Seconds since the beginning.
    var clock: Int {
        get { state.withLock(\.clock) }
        set { state.withLock { $0.clock = newValue } }
    }

    var reply: String?? {
        get { state.withLock(\.reply) }
        set { state.withLock { $0.reply = newValue } }
    }

    var fetches: Int { state.withLock(\.fetches) }

    /// The user of a token that is signed with a key.
    func caller(_ key: Int) async throws -> String? {
        try await verifier.caller(try token(key))?.user
    }

    func token(_ key: Int) throws -> String {
        guard let pair = pairs[key] else { preconditionFailure("there is no key \(key)") }
        return try Forgery(header: #"{"alg":"ES256","kid":"\#(key)"}"#).signed { try pair.signature(for: $0).rawRepresentation }
    }

    private func answer() throws -> [UInt8] {
        let state = state.withLock { state in
            state.fetches += 1
            return state
        }
        if let reply = state.reply {
            guard let reply else { throw Unreachable() }
            return Array(reply.utf8)
        }
        let keys = state.keys.compactMap { name in
            pairs[name].map { IssuerKeys.ec("\(name)", "P-256", $0.publicKey.rawRepresentation) }
        }
        return Array(#"{"keys":[\#(keys.joined(separator: ","))]}"#.utf8)
    }
}
