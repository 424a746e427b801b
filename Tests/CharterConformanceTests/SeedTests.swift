import CharterRuntime
import HTTPTypes
import Synchronization
import Testing

@testable import CharterConformance

@Suite("seeds")
struct SeedTests {
    /// Answers like the server of the shop, and notes what is asked.
    private final class Recorder: HTTPTransport {
        private let notes = Mutex((requests: [String](), keys: Set<String>()))

        /// All requests, without their idempotency keys.
        var requests: [String] { notes.withLock { $0.requests } }
        var keys: Set<String> { notes.withLock { $0.keys } }

        func send(_ request: HTTPRequest, body: [UInt8]) async throws -> HTTPReply {
            var text = String(decoding: body, as: UTF8.self)
            if case .object(let members)? = try? JSONCoding.decode(JSONValue.self, from: body), case .string(let key)? = members["key"] {
                notes.withLock { _ = $0.keys.insert(key) }
                text = text.replacing(key, with: "")
            }
            let fields = request.headerFields.map { "\($0.name): \($0.value)" }.joined(separator: ", ")
            notes.withLock { $0.requests.append("\(request.method) \(request.path ?? "") \(fields) \(text)") }
            return ShopServer().send(request, body: body)
        }
    }

    private func run(seed: UInt64) async -> Recorder {
        let recorder = Recorder()
        let suite = ConformanceSuite(Shop.api, server: ServerUnderTest(transport: recorder, fixtures: Shop.fixtures), seed: seed)
        for check in Shop.api.endpoints.flatMap(Shop.api.basicChecks) { _ = await suite.run(check) }
        return recorder
    }

    @Test("that are equal send equal requests, but for idempotency keys, which a server may remember")
    func equal() async {
        let (one, other) = (await run(seed: 7), await run(seed: 7))
        #expect(one.requests == other.requests && !one.requests.isEmpty)
        #expect(one.keys.isDisjoint(with: other.keys) && !one.keys.isEmpty)
    }
}
