import CharterRuntime
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import NIOEmbedded
import Testing

@testable import CharterServer

/// `requests.time`; time passes when the test says so.
@Suite("The time that a request may take")
struct TimeLimitTests {
    /// Answers a request to `POST /things`, whose time is over once `isOver` has an element.
    private func answer(
        seconds: Int? = 30,
        timeIsOver: AsyncStream<Void>,
        body: RequestBody = RequestBody(buffer: ByteBuffer(string: #"{"n": 1}"#)),
        _ handler: @escaping @Sendable () async throws -> Bool
    ) async throws -> String {
        let api = LimitedServer.api([]) { $0.requests.seconds = seconds }
        let keys = InMemoryKeyStore(api)
        try keys.add("a", id: "a", kind: nil, credential: "key", scopes: ["READ"], tenant: "acme")
        var routes = APIRoutes(api, keys: keys)
        routes.sleep = { _ in
            for await _ in timeIsOver { return }
            try await Task.sleep(for: .seconds(3_600))
        }
        routes.value(api.endpoints[1]) { _ in JSONValue.boolean(try await handler()) }
        let router = Router()
        routes.register(on: router)
        let head = HTTPRequest(
            method: .post,
            scheme: "https",
            authority: "limited.example",
            path: "/things",
            headerFields: [.named("X-Key"): "a", .contentType: "application/json"]
        )
        let source = ApplicationRequestContextSource(channel: NIOAsyncTestingChannel(), logger: Logger(label: "time") { _ in ErrorLog() })
        let context = BasicRequestContext(source: source)
        let response = try await router.buildResponder().respond(to: Request(head: head, body: body), context: context)
        return "\(response.status.code)"
    }

    @Test("is of no matter to a request that is answered in time")
    func inTime() async throws {
        #expect(try await answer(timeIsOver: AsyncStream { _ in }) { true } == "200")
    }

    @Test("cancels a handler that takes longer: 408")
    func slowHandler() async throws {
        let (isOver, over) = AsyncStream.makeStream(of: Void.self)
        let outcome = try await answer(timeIsOver: isOver) {
            over.yield()
            try await Task.sleep(for: .seconds(3_600))
            return true
        }
        #expect(outcome == "408")
    }

    @Test("does not answer for a body that breaks off: 400, and no handler sees its beginning")
    func brokenBody() async throws {
        struct BrokenConnection: Error {}
        let parts = AsyncThrowingStream<ByteBuffer, any Error> { continuation in
            // What has arrived is a whole body by itself.
            continuation.yield(ByteBuffer(string: #"{"n": 1}"#))
            continuation.finish(throwing: BrokenConnection())
        }
        let (isOver, _) = AsyncStream.makeStream(of: Void.self)
        let outcome = try await answer(timeIsOver: isOver, body: RequestBody(asyncSequence: parts)) {
            Issue.record("the handler was called")
            return true
        }
        #expect(outcome == "400")
    }

    @Test("ends the reading of a body that arrives too slowly: 408, and no handler sees its beginning")
    func slowBody() async throws {
        let (isOver, over) = AsyncStream.makeStream(of: Void.self)
        let (parts, sender) = AsyncStream.makeStream(of: ByteBuffer.self)
        // What has arrived is a whole body by itself.
        sender.yield(ByteBuffer(string: #"{"n": 1}"#))
        over.yield()
        let outcome = try await answer(timeIsOver: isOver, body: RequestBody(asyncSequence: parts)) {
            Issue.record("the handler was called")
            return true
        }
        #expect(outcome == "408")
    }

    @Test("lets be told what a handler has done nevertheless")
    func late() async throws {
        let (isOver, over) = AsyncStream.makeStream(of: Void.self)
        let outcome = try await answer(timeIsOver: isOver) {
            over.yield()
            while !Task.isCancelled { await Task.yield() }
            return true
        }
        #expect(outcome == "200")
    }

    @Test("is not looked at where the contract says none")
    func unlimited() async throws {
        let (isOver, over) = AsyncStream.makeStream(of: Void.self)
        over.yield()
        #expect(try await answer(seconds: nil, timeIsOver: isOver) { true } == "200")
    }
}
