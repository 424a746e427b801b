import CharterRuntime
import Logging
import ServiceLifecycle
import Synchronization
import Testing

@testable import CharterServer

/// Stores that forget what is over, again and again.
@Suite("The upkeep of stores")
struct StoreUpkeepTests {
    /// Counts how often it is to forget, and by which instant; it cannot do so at odd times where it is broken.
    private final class Store: ForgettingStore {
        struct Broken: Error {}

        let instants = Mutex<[Timestamp]>([])
        let isBroken: Bool

        init(isBroken: Bool = false) {
            self.isBroken = isBroken
        }

        func forgetEnded(by clock: some ServerClock) async throws {
            instants.withLock { $0.append(clock.now) }
            if isBroken { throw Broken() }
        }
    }

    /// An upkeep whose interval is over three times, and then does not end by itself.
    private func upkeep(of stores: [any ForgettingStore], log: RecordingLog, whenIdle: @escaping @Sendable () -> Void = {}) -> StoreUpkeep {
        let times = Mutex(0)
        var upkeep = StoreUpkeep(
            of: stores,
            every: .seconds(60),
            clock: AdjustableClock(at: WatchedServer.start),
            logger: Logger(label: "upkeep") { _ in log }
        )
        upkeep.sleep = { interval in
            #expect(interval == .seconds(60))
            let number = times.withLock { count in
                count += 1
                return count
            }
            guard number > 3 else { return }
            whenIdle()
            try await Task.sleep(for: .seconds(3_600))
        }
        return upkeep
    }

    @Test("asks each of them at every interval, until it is cancelled, and goes on where one fails")
    func interval() async {
        let log = RecordingLog()
        let (broken, whole) = (Store(isBroken: true), Store())
        let (isIdle, idle) = AsyncStream.makeStream(of: Void.self)
        let upkeep = upkeep(of: [broken, whole], log: log) { idle.yield() }
        let work = Task { await upkeep.run() }
        for await _ in isIdle { break }
        work.cancel()
        await work.value
        #expect(broken.instants.withLock { $0 } == Array(repeating: WatchedServer.start, count: 3))
        #expect(whole.instants.withLock { $0.count } == 3)
        #expect(log.entries.map(\.level) == [.error, .error, .error])
    }

    @Test("ends with its server")
    func shutdown() async throws {
        let log = RecordingLog()
        let (isIdle, idle) = AsyncStream.makeStream(of: Void.self)
        let upkeep = upkeep(of: [Store()], log: log) { idle.yield() }
        let group = ServiceGroup(configuration: .init(services: [upkeep], logger: Logger(label: "group") { _ in log }))
        async let end: Void = group.run()
        for await _ in isIdle { break }
        await group.triggerGracefulShutdown()
        try await end
    }

    @Test("has stores in memory drop what is over, and nothing else")
    func inMemory() async throws {
        let clock = AdjustableClock(at: WatchedServer.start)
        let effects = InMemoryEffects(clock: clock)
        try await effects.withTransaction { transaction in
            for (byte, seconds) in [(1, 60), (2, 3_600)] as [(UInt8, Int64)] {
                var end = WatchedServer.start
                end.secondsSinceEpoch += seconds
                let call = try #require(CallID(bytes: Array(repeating: byte, count: 32)))
                try transaction.remember(IdempotencyRecord(call: call, payload: [], answer: [], endsAt: end))
            }
        }
        await effects.forgetEnded(by: clock)
        #expect(effects.callCount == 2)
        clock.advance(by: .seconds(60))
        await effects.forgetEnded(by: clock)
        #expect(effects.callCount == 1)
    }
}
