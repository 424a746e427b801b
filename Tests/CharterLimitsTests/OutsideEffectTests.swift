import CharterRuntime
import CharterServer
import HTTPTypes
import Testing

/// What is done outside of the API, in the windows that its callers have.
@Suite("Effects outside of the API")
struct OutsideEffectTests {
    private let clock = AdjustableClock(at: Timestamp(secondsSinceEpoch: 1_777_630_998))
    private let store: InMemoryLimitStore
    private let directory = InMemoryTenantDirectory(subscriptions: ["rich": TenantSubscription(plan: "paid")])
    private let mails = APIDescription.Limit(
        name: "mails",
        allow: 5,
        window: .sliding(seconds: 86_400),
        partition: .tenant,
        kind: .quota,
        counts: .effects
    )
    private let loans = APIDescription.Limit(
        name: "loans",
        allow: 1,
        allowByPlan: ["paid": nil],
        window: .billingCycle,
        partition: .tenant,
        kind: .quota,
        counts: .effects
    )

    init() {
        store = InMemoryLimitStore(clock: clock)
    }

    private func counting(_ tenants: (any TenantDirectory)? = nil, retryAfter: Bool = true) -> LimitCounting {
        LimitCounting(.limited([mails, loans], headers: .init(retryAfter: retryAfter)), clock: clock, tenants: tenants)
    }

    @Test("share the windows of requests")
    func shared() async throws {
        let limit = try #require(mails.counted(for: LimitSubject(keyID: "k", tenant: "a")))
        for _ in 0..<3 { #expect(try await counting().take([limit], in: store).isAllowed) }
        #expect(try await counting().count("mails", tenant: "a", in: store)?.remaining == 1)
        #expect(try await counting().count("mails", tenant: "a", in: store)?.remaining == 0)
        #expect(try await !counting().take([limit], in: store).isAllowed)
        #expect(try await counting().count("mails", tenant: "b", in: store)?.remaining == 4)
    }

    @Test("are counted several at once, all or none, and how they stand can be asked")
    func several() async throws {
        #expect(try await counting().standing(of: "mails", tenant: "a", in: store)?.remaining == 5)
        #expect(try await counting().count("mails", tenant: "a", times: 3, in: store)?.remaining == 2)
        await #expect(throws: Refusal.self) { try await counting().count("mails", tenant: "a", times: 3, in: store) }
        for _ in 1...2 { #expect(try await counting().standing(of: "mails", tenant: "a", in: store)?.remaining == 2) }
        #expect(try await counting().count("mails", tenant: "a", times: 2, in: store)?.remaining == 0)
        #expect(try await counting().standing(of: "mails", tenant: "a", in: store)?.remaining == 0)
        #expect(try await counting(directory).standing(of: "loans", tenant: "rich", in: store) == nil)
    }

    @Test("are refused by the documented 429, which says when to try again")
    func refused() async throws {
        for _ in 0..<5 { _ = try await counting().count("mails", tenant: "a", in: store) }
        clock.advance(by: .seconds(3_600))
        let refusal = try await #require(throws: Refusal.self) { try await counting().count("mails", tenant: "a", in: store) }
        #expect(refusal.status == 429)
        #expect(refusal.code == "quota-exceeded")
        #expect(refusal.headers == [.retryAfter: "82800"])
        let quiet = try await #require(throws: Refusal.self) {
            try await counting(retryAfter: false).count("mails", tenant: "a", in: store)
        }
        #expect(quiet.headers == [:])
        clock.advance(by: .seconds(82_800))
        #expect(try await counting().count("mails", tenant: "a", in: store)?.remaining == 4)
    }

    @Test("go by the tenant's plan and bill")
    func plans() async throws {
        let counting = counting(directory)
        #expect(try await counting.count("loans", tenant: "rich", in: store) == nil)
        #expect(try await counting.count("loans", tenant: "poor", in: store)?.remaining == 0)
        // From 1 May 2026, 10:23:18, to 1 June.
        let refusal = try await #require(throws: Refusal.self) { try await counting.count("loans", tenant: "poor", in: store) }
        #expect(refusal.headers == [.retryAfter: "2641002"])
    }

    @Test("are not let go by where nobody knows the plan")
    func unknownPlan() async throws {
        await #expect(throws: (any Error).self) { try await counting().count("loans", tenant: "poor", in: store) }
        struct Empty: TenantDirectory {
            func isSuspended(_ tenant: String) -> Bool { false }
        }
        await #expect(throws: (any Error).self) { try await counting(Empty()).count("loans", tenant: "poor", in: store) }
        #expect(try await counting(Empty()).count("mails", tenant: "poor", in: store)?.remaining == 4)
    }

    @Test("need a limit that there is, and whose count it is")
    func faults() async throws {
        let unknown = await #expect(throws: UncountableEffect.self) { try await counting().count("mail", tenant: "a", in: store) }
        #expect(unknown?.description == "the API has no limit 'mail'; it has 'mails', 'loans'")
        let missing = await #expect(throws: UncountableEffect.self) { try await counting().count("mails", user: "a", in: store) }
        #expect(missing?.description == "the limit 'mails' counts by tenant: say whose count it is by the parameter 'tenant'")
        #expect(store.tallyCount == 0)
    }
}
