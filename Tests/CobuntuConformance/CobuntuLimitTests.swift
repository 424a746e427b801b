import CharterRuntime
import CharterServer
import CharterServerTesting
import CobuntuModels
import HTTPTypes
import Testing

/// The documented rates, on a clock that the test drives.
@Suite("Limits of Cobuntu")
struct CobuntuLimitTests {
    private let clock = AdjustableClock(at: InMemoryCobuntu.now)
    private let transport: InProcessTransport

    init() throws {
        transport = try InMemoryCobuntu.transport(clock: clock)
    }

    /// How many of so many requests for a list pass, and what the last one says of coming back.
    private func send(_ count: Int, kind: String, of tag: String = Landmarks.myCommunity.tag) async throws -> (
        passing: Int, retryAfter: String?
    ) {
        let key = try #require(SampleKey.text(of: tag, kind: kind, scope: "READ_PUBLIC"))
        let name = try #require(HTTPField.Name("X-API-Key"))
        let path = "/api/v1/communities/\(tag)/events"
        let request = HTTPRequest(method: .get, scheme: "https", authority: "cobuntu.example", path: path, headerFields: [name: key])
        var (passing, retryAfter) = (0, String?.none)
        for _ in 0..<count {
            let reply = try await transport.send(request, body: [])
            if reply.head.status == .ok { passing += 1 } else { #expect(reply.head.status == .tooManyRequests) }
            retryAfter = reply.head.headerFields[.retryAfter]
        }
        return (passing, retryAfter)
    }

    @Test("each key has the rate of its kind, in any second", arguments: [("publishable", 100), ("secret", 50)])
    func rate(kind: String, allowed: Int) async throws {
        #expect(try await send(allowed / 2, kind: kind).passing == allowed / 2)
        clock.advance(by: .milliseconds(400))
        let rest = try await send(allowed, kind: kind)
        #expect(rest.passing == allowed / 2)
        #expect(rest.retryAfter == "1")
        #expect(try await send(1, kind: kind, of: Landmarks.otherTown.tag).passing == 1)
        clock.advance(by: .milliseconds(600))
        #expect(try await send(allowed, kind: kind).passing == allowed / 2)
    }
}
