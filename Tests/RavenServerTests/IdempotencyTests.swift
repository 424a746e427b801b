import CharterClient
import CharterRuntime
import CharterServer
import CharterService
import CharterSQLite
import Foundation
import RavenAPIClient
import RavenModels
import RavenServer
import Testing

@Suite("Sends that are repeated")
struct IdempotencyTests {
    private static let message = MessageCreate(channel: .sms, to: "+351912345678", text: "Once")

    @Test("a repeated send is answered as the first one, and sends nothing")
    func replay() async throws {
        let raven = try await RunningRaven.demonstration()
        let service = try raven.service()
        let first = try await service.sendMessage(body: Self.message, idempotencyKey: "order-AC-1042")
        #expect(try await comes { try await service.getMessage(id: first.id).status == .delivered })
        // The answer is the one that was given, whatever has become of the message.
        #expect(try await service.sendMessage(body: Self.message, idempotencyKey: "order-AC-1042") == first)
        #expect(try raven.folder.rows("SELECT count(*) FROM messages WHERE text = 'Once'") == [["1"]])
        #expect(raven.folder.spooled("sms") == ["\(first.id).json"])
    }

    @Test("other payloads under the key are refused, and keys are a tenant's own")
    func conflict() async throws {
        let raven = try await RunningRaven.demonstration()
        let (acme, birch) = (try raven.service(), try raven.service("birch-house"))
        let first = try await acme.sendMessage(body: Self.message, idempotencyKey: "key")
        var other = Self.message
        other.text = "Twice"
        #expect(await refusal { () throws(ClientError) in try await acme.sendMessage(body: other, idempotencyKey: "key") } == "409")
        let second = try await birch.sendMessage(body: other, idempotencyKey: "key")
        #expect(second.id != first.id)
        let rows = try raven.folder.rows("SELECT count(*) FROM messages WHERE text IN ('Once', 'Twice') GROUP BY text")
        #expect(rows == [["1"], ["1"]])
    }

    @Test("of 20 equal calls at once one sends")
    func atOnce() async throws {
        let raven = try await RunningRaven.demonstration()
        let service = try raven.service()
        let ids = try await withThrowingTaskGroup(of: UniqueID.self) { group in
            for _ in 0..<20 { group.addTask { try await service.sendMessage(body: Self.message, idempotencyKey: "many").id } }
            return try await group.reduce(into: Set()) { $0.insert($1) }
        }
        #expect(ids.count == 1)
        #expect(try raven.folder.rows("SELECT count(*) FROM messages WHERE text = 'Once'") == [["1"]])
    }

    @Test("tenants and keys are made once too, and a key is shown again to whoever repeats the call")
    func otherCreations() async throws {
        let raven = try await RunningRaven.demonstration()
        let ada = try raven.person()
        let wish = TenantCreate(name: "Dune Lab", slug: "dune-lab")
        let tenant = try await ada.createTenant(body: wish, idempotencyKey: "t")
        #expect(try await ada.createTenant(body: wish, idempotencyKey: "t") == tenant)
        let key = try await ada.createKey(body: TenantKeyCreate(name: "Till"), idempotencyKey: "k")
        #expect(try await ada.createKey(body: TenantKeyCreate(name: "Till"), idempotencyKey: "k") == key)
        #expect(try raven.folder.rows("SELECT count(*) FROM charter_keys WHERE name = 'Till'") == [["1"]])
    }

    @Test("a server that is killed at any moment has sent once when the call is repeated", arguments: 0..<8)
    func killed(_ round: Int) async throws {
        let folder = try TemporaryFolder()
        let seeded = try await RavenDatabase(folder)
        let key = try await KeyIssuer(.raven).issue(KeyDraft(service: "Test", tenant: "acme-co"), in: seeded.store).text
        try await seeded.store.close()
        let tool = RavenTool(in: folder)

        let first = try await tool.serve()
        let client = RavenClient(key: try LiveKey(key), baseURL: first.baseURL)
        let call = Task { try? await client.sendMessage(body: Self.message, idempotencyKey: "killed") }
        // A little later in each round: before the request is read, while it is answered, while the message is delivered.
        try await Task.sleep(for: .milliseconds(round * round))
        kill(first.process.processIdentifier, SIGKILL)
        first.process.waitUntilExit()
        let answer = await call.value

        let second = try await tool.serve()
        defer {
            kill(second.process.processIdentifier, SIGKILL)
            second.process.waitUntilExit()
        }
        let service = RavenClient(key: try LiveKey(key), baseURL: second.baseURL)
        let repeated = try await service.sendMessage(body: Self.message, idempotencyKey: "killed")
        if let answer { #expect(answer == repeated) }
        #expect(try folder.rows("SELECT count(*) FROM messages WHERE text = 'Once'") == [["1"]])
        // What a killed worker had taken is due again when its time is over, which here is now.
        try await folder.makeDue()
        #expect(try await comes { try await service.getMessage(id: repeated.id).status == .delivered })
        #expect(folder.spooled("sms") == ["\(repeated.id).json"])
    }
}
