import CharterRuntime
import CharterServer
import CharterSQLite
import Foundation
import GRDB
import Logging
import RavenModels
import RavenServer
import Synchronization
import Testing

/// What becomes of messages once they are accepted.
@Suite("Deliveries")
struct DeliveryTests {
    private let folder: TemporaryFolder
    private let raven: RavenDatabase
    private let clock = AdjustableClock(at: RavenDatabase.present)
    private let quiet = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

    init() async throws {
        folder = try TemporaryFolder()
        raven = try await RavenDatabase(folder)
    }

    @Test("a message moves on from queued to sent to delivered, a step a pass")
    func moves() async throws {
        let message = try await send()
        let worker = worker(SpoolGateway(folder: folder.url.appending(path: "spool")))
        #expect(try await status(of: message) == .queued)
        #expect(try await worker.pass() == 1)
        #expect(try await status(of: message) == .sent)
        #expect(try await worker.pass() == 1)
        #expect(try await status(of: message) == .delivered)
        #expect(try await worker.pass() == 0)
        let file = folder.url.appending(path: "spool/sms/\(message.id).json")
        let spooled = try JSONCoding.decode(JSONValue.self, from: Array(Data(contentsOf: file)))
        #expect(spooled["to"] == .string(message.to))
        #expect(spooled["tenant"] == .string("acme-co"))
    }

    @Test("what cannot be read keeps nothing else waiting")
    func damaged() async throws {
        let (first, second) = (try await send(), try await send())
        let broken = String(repeating: "?", count: 36)
        try await raven.store.write { database in
            try database.execute(sql: "UPDATE messages SET id = ? WHERE id = ?", arguments: [broken, first.id.description])
        }
        let worker = worker(SpoolGateway(folder: folder.url.appending(path: "spool")))
        #expect(try await worker.pass() == 1)
        #expect(try await status(of: second) == .sent)
    }

    @Test("the spool is its owner's alone")
    func owners() async throws {
        let message = try await send()
        try await worker(SpoolGateway(folder: folder.url.appending(path: "spool"))).pass()
        let access = try ["spool", "spool/sms", "spool/sms/\(message.id).json"].map {
            try FileManager.default.attributesOfItem(atPath: folder.url.appending(path: $0).path)[.posixPermissions] as? Int
        }
        #expect(access == [0o700, 0o700, 0o600])
    }

    @Test(
        "a message to what can be no recipient of its channel fails, and is in no spool",
        arguments: [
            (Channel.email, "ines"), (.email, "@example.org"), (.email, "a@b@c"), (.email, "a b@example.org"), (.sms, "ines@example.org"),
            (.sms, "12"), (.sms, "+1234567890123456"),
        ]
    )
    func refused(_ channel: Channel, _ recipient: String) async throws {
        let message = try await send(channel, to: recipient)
        let worker = worker(SpoolGateway(folder: folder.url.appending(path: "spool")))
        try await worker.pass()
        #expect(try await status(of: message) == .failed)
        #expect(try await worker.pass() == 0)
        #expect(folder.spooled(channel.rawValue) == [])
    }

    @Test("what is handed over twice lies in the spool once, whatever an ended process left there")
    func spooledOnce() async throws {
        let message = OutgoingMessage(try await send(), from: "acme-co")
        let spool = folder.url.appending(path: "spool/sms")
        try FileManager.default.createDirectory(at: spool, withIntermediateDirectories: true)
        try Data("{\"id\": ".utf8).write(to: spool.appending(path: ".\(message.message.id).json"))
        let gateway = SpoolGateway(folder: folder.url.appending(path: "spool"))
        #expect(try await gateway.accept(message) == .accepted)
        #expect(try await gateway.accept(message) == .accepted)
        #expect(try FileManager.default.contentsOfDirectory(atPath: spool.path) == ["\(message.message.id).json"])
    }

    @Test("a gateway that does not answer is asked again, later each time, and then the message is given up")
    func retried() async throws {
        let message = try await send()
        let gateway = ScriptedGateway()
        gateway.failures = 2
        let worker = worker(gateway, DeliveryPace(mostAttempts: 3))
        #expect(try await worker.pass() == 1)
        #expect(try await worker.pass() == 0)
        clock.advance(by: .milliseconds(999))
        #expect(try await worker.pass() == 0)
        clock.advance(by: .milliseconds(1))
        #expect(try await worker.pass() == 1)
        #expect(try await status(of: message) == .queued)
        clock.advance(by: .seconds(2))
        #expect(try await worker.pass() == 1)
        #expect(try await status(of: message) == .sent)

        let hopeless = try await send()
        gateway.failures = .max
        for _ in 1...3 {
            #expect(try await status(of: hopeless) == .queued)
            try await worker.pass()
            clock.advance(by: .seconds(3_600))
        }
        #expect(try await status(of: hopeless) == .failed)
    }

    @Test("what is on its way is asked about until it has arrived or failed", arguments: [GatewayReport.delivered, .failed])
    func underway(_ end: GatewayReport) async throws {
        let message = try await send()
        let gateway = ScriptedGateway()
        gateway.report = .underway
        let worker = worker(gateway)
        for _ in 1...40 {
            try await worker.pass()
            clock.advance(by: .seconds(3_600))
        }
        #expect(try await status(of: message) == .sent)
        gateway.report = end
        try await worker.pass()
        #expect(try await status(of: message) == (end == .delivered ? .delivered : .failed))
        #expect(gateway.accepted == [message.id])
    }

    @Test("two workers hand over each of many messages once")
    func twoWorkers() async throws {
        var ids: Set<UniqueID> = []
        for _ in 0..<150 { ids.insert(try await send().id) }
        let gateway = ScriptedGateway()
        let workers = [worker(gateway, DeliveryPace(batch: 7)), worker(gateway, DeliveryPace(batch: 11))]
        try await withThrowingTaskGroup(of: Void.self) { group in
            for worker in workers { group.addTask { while try await worker.pass() > 0 {} } }
            try await group.waitForAll()
        }
        #expect(gateway.accepted.count == 150)
        #expect(Set(gateway.accepted) == ids)
        #expect(try folder.rows("SELECT count(*) FROM deliveries") == [["0"]])
    }

    @Test("a worker that is told to end ends what it has begun")
    func endsInOrder() async throws {
        let message = try await send()
        let gateway = ScriptedGateway()
        let worker = worker(gateway)
        let (beginning, begin) = AsyncStream<Void>.makeStream()
        let working = Task {
            for await _ in beginning { break }
            await worker.run()
        }
        gateway.whenAsked = { working.cancel() }
        begin.yield()
        await working.value
        #expect(gateway.accepted == [message.id])
        #expect(try await status(of: message) == .sent)
    }

    @Test("what a worker took that ended is due again when its time is over, and not before")
    func lease() async throws {
        let message = try await send()
        let now = clock.now
        let taken = try await raven.storage.takeDeliveries(dueBy: now, until: now.later(byMilliseconds: 30_000), atMost: 10) { _ in }
        #expect(taken.map(\.message.id) == [message.id])
        let worker = worker(ScriptedGateway())
        clock.advance(by: .milliseconds(29_999))
        #expect(try await worker.pass() == 0)
        clock.advance(by: .milliseconds(1))
        #expect(try await worker.pass() == 1)
        // Whoever comes late with an outcome changes nothing any more.
        try await worker.pass()
        try await raven.storage.settle([DeliveryOutcome(message: message.id, status: .sent, dueAt: now)])
        #expect(try await status(of: message) == .delivered)
        #expect(try folder.rows("SELECT count(*) FROM deliveries") == [["0"]])
    }

    @Test("a status only moves on, whoever writes it")
    func onlyOn() async throws {
        let message = try await send()
        let worker = worker(ScriptedGateway())
        try await worker.pass()
        try await worker.pass()
        for status in ["queued", "sent", "failed"] {
            await #expect(throws: (any Error).self) {
                try await raven.store.write { database in
                    let arguments: StatementArguments = [status, message.id.description]
                    try database.execute(sql: "UPDATE messages SET status = ? WHERE id = ?", arguments: arguments)
                }
            }
        }
        #expect(try await self.status(of: message) == .delivered)
    }

    private func worker(_ gateway: any MessageGateway, _ pace: DeliveryPace = DeliveryPace()) -> DeliveryWorker<SQLiteRaven> {
        DeliveryWorker(raven.storage, gateway: gateway, clock: clock, pace: pace, logger: quiet)
    }

    private func send(_ channel: Channel = .sms, to recipient: String = "+351912345678") async throws -> Message {
        let message = Message(id: UniqueID(), channel: channel, to: recipient, text: "Hello", status: .queued, createdAt: clock.now)
        try await raven.store.withTransaction { try await $0.insert(message, of: "acme-co") }
        return message
    }

    private func status(of message: Message) async throws -> Message.Status? {
        try await raven.storage.message(message.id, of: "acme-co")?.status
    }
}

extension Timestamp {
    fileprivate func later(byMilliseconds milliseconds: Int64) -> Timestamp {
        Timestamp(milliseconds: self.milliseconds + milliseconds)
    }
}

/// A gateway that does as it is told.
private final class ScriptedGateway: MessageGateway {
    private let state = Mutex(State())

    private struct State {
        var failures = 0
        var report = GatewayReport.delivered
        var accepted: [UniqueID] = []
        var whenAsked: @Sendable () -> Void = {}
    }

    struct Unreachable: Error {}

    /// How often it will not answer from now on.
    var failures: Int {
        get { state.withLock { $0.failures } }
        set { state.withLock { $0.failures = newValue } }
    }

    /// What it says of messages.
    var report: GatewayReport {
        get { state.withLock { $0.report } }
        set { state.withLock { $0.report = newValue } }
    }

    /// Called before it takes a message over.
    var whenAsked: @Sendable () -> Void {
        get { state.withLock { $0.whenAsked } }
        set { state.withLock { $0.whenAsked = newValue } }
    }

    /// What it took over, in order, also twice.
    var accepted: [UniqueID] { state.withLock { $0.accepted } }

    func accept(_ message: OutgoingMessage) throws -> GatewayAnswer {
        whenAsked()
        return try take(message)
    }

    private func take(_ message: OutgoingMessage) throws -> GatewayAnswer {
        try state.withLock { state in
            guard state.failures == 0 else {
                state.failures -= 1
                throw Unreachable()
            }
            state.accepted.append(message.message.id)
            return .accepted
        }
    }

    func report(on message: OutgoingMessage) -> GatewayReport { report }
}
