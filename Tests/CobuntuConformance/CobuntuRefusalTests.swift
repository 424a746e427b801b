import CharterClient
import CharterRuntime
import CobuntuAPIClient
import CobuntuModels
import Testing

/// What the generated client makes of the generated routes' errors.
@Suite("Generated client, refused")
struct CobuntuRefusalTests {
    private let marks = Landmarks.myCommunity
    private let transport: any HTTPTransport

    init() throws {
        transport = try InMemoryCobuntu.transport()
    }

    private func client(_ scope: String) throws -> CobuntuClient<SecretKey> {
        let text = try #require(SampleKey.text(of: marks.tag, kind: "secret", scope: scope))
        return CobuntuClient(key: try SecretKey(text), transport: transport)
    }

    /// The status and the code of the error with which a call fails, as `409 already-banned`.
    private func refusal<Value>(_ call: () async throws(ClientError) -> Value) async -> String? {
        do throws(ClientError) {
            _ = try await call()
            return nil
        } catch .refused(let status, let problem, _) {
            return "\(status) \(problem.code)"
        } catch {
            return error.description
        }
    }

    @Test("an application is decided once")
    func decidedTwice() async throws {
        let client = try client("WRITE_MEMBERS")
        let first = await refusal { () throws(ClientError) in
            try await client.approveApplication(tag: marks.tag, id: marks.application, body: ApplicationDecision())
        }
        let second = await refusal { () throws(ClientError) in
            try await client.rejectApplication(tag: marks.tag, id: marks.application, body: ApplicationDecision())
        }
        #expect(first == nil)
        #expect(second == "409 application-decided")
    }

    @Test("a broadcast needs recipients")
    func emptySegment() async throws {
        let client = try client("WRITE_BROADCASTS")
        let broadcast = BroadcastCreate(segmentId: marks.emptySegment, subject: "Hello", text: "Is anybody there?")
        let refusal = await refusal { () throws(ClientError) in try await client.sendBroadcast(tag: marks.tag, body: broadcast) }
        #expect(refusal == "409 segment-empty")
    }

    @Test("who is banned cannot come")
    func banned() async throws {
        let ban = try await client("WRITE_MEMBERS").banMember(tag: marks.tag, userId: marks.member, body: BanRequest(reason: "Advertising"))
        #expect(ban.action == .ban)
        let client = try client("WRITE_SALES")
        let wish = RSVPCreate(tierId: marks.tier, userId: marks.member)
        let refusal = await refusal { () throws(ClientError) in
            try await client.rsvpToEvent(tag: marks.tag, slug: marks.event, body: wish)
        }
        #expect(refusal == "409 member-banned")
    }

    @Test("a key must be known")
    func unknownKey() async throws {
        let client = CobuntuClient(key: try SecretKey("sk_live_nobody"), transport: transport)
        let refusal = await refusal { () throws(ClientError) in try await client.getProduct(tag: marks.tag, sku: marks.product) }
        #expect(refusal == "401 credential-unknown")
    }

    @Test("a key has its time", arguments: [Fixtures.State.revoked, .expired])
    func keyOver(_ state: Fixtures.State) async throws {
        let key = try #require(SampleKey.all(of: marks.tag).first { $0.state == state })
        let client = CobuntuClient(key: try SecretKey(key.text), transport: transport)
        let refusal = await refusal { () throws(ClientError) in try await client.getProduct(tag: marks.tag, sku: marks.product) }
        #expect(refusal == "401 credential-\(state.rawValue)")
    }

    @Test("what the path names arrives as it is", arguments: ["a/b", "x y", "50%", "?a=b#c", "%2F", "rio-é", "a+b"])
    func oddPath(_ text: String) async throws {
        let client = try client("READ_PUBLIC")
        // Were the text cut or decoded twice, it would be another path, or a tag that is not the key's.
        let slug = await refusal { () throws(ClientError) in try await client.getEvent(tag: marks.tag, slug: text) }
        let tag = await refusal { () throws(ClientError) in try await client.getEvent(tag: text, slug: marks.event) }
        #expect(slug == "400 invalid-request")
        #expect(tag == "403 foreign-tenant")
    }
}
