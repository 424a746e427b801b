import CharterRuntime
import CharterServer
import Testing

/// Which limits hold for whom, and what they allow.
@Suite("Who is counted")
struct LimitSubjectTests {
    private static func limit(_ partition: APIDescription.Limit.Partition, _ change: (inout APIDescription.Limit) -> Void = { _ in })
        -> APIDescription.Limit
    {
        var limit = APIDescription.Limit(name: "a", allow: 10, window: .sliding(seconds: 60), partition: partition, kind: .throttle)
        change(&limit)
        return limit
    }

    private let everything = LimitSubject(keyID: "k", user: "u", tenant: "t", address: "192.0.2.1")

    @Test(
        "each partition has counts of its own",
        arguments: [(.key, "key:k"), (.tenant, "tenant:t"), (.user, "user:u"), (.address, "address:192.0.2.1"), (.everyone, "")]
            as [(APIDescription.Limit.Partition, String)]
    )
    func partitions(_ partition: APIDescription.Limit.Partition, _ expected: String) {
        #expect(Self.limit(partition).counted(for: everything)?.count == LimitCount(limit: "a", partition: expected))
    }

    @Test("callers who lack what is counted are counted by what they have, never let go by")
    func lacking() {
        let person = LimitSubject(user: "u", tenant: "t", address: "192.0.2.1")
        #expect(Self.limit(.key).counted(for: person)?.count.partition == "user:u")
        #expect(Self.limit(.tenant).counted(for: LimitSubject(keyID: "k", address: "192.0.2.1"))?.count.partition == "key:k")
        #expect(Self.limit(.user).counted(for: LimitSubject(tenant: "t"))?.count.partition == "tenant:t")
        #expect(Self.limit(.user).counted(for: LimitSubject(address: "192.0.2.1"))?.count.partition == "address:192.0.2.1")
        #expect(Self.limit(.address).counted(for: LimitSubject(keyID: "k"))?.count.partition == "key:k")
        #expect(Self.limit(.key).counted(for: LimitSubject())?.count.partition == "")
        // A key and a person of the same name are two.
        #expect(
            Self.limit(.key).counted(for: LimitSubject(keyID: "x"))?.count != Self.limit(.key).counted(for: LimitSubject(user: "x"))?.count
        )
    }

    @Test(
        "callers without a credential are counted by address where the limit says so",
        arguments: [
            (.key, false, nil), (.tenant, false, nil), (.user, false, nil), (.address, false, "address:192.0.2.1"), (.everyone, false, ""),
            (.key, true, "address:192.0.2.1"), (.tenant, true, "address:192.0.2.1"), (.user, true, "address:192.0.2.1"),
            (.address, true, "address:192.0.2.1"), (.everyone, true, ""),
        ] as [(APIDescription.Limit.Partition, Bool, String?)]
    )
    func anonymous(_ partition: APIDescription.Limit.Partition, _ countsAnonymous: Bool, _ expected: String?) {
        let limit = Self.limit(partition) { $0.countsAnonymous = countsAnonymous }
        // An open endpoint may be bound to a tenant, which is not the caller's own.
        let subject = LimitSubject(tenant: "t", address: "192.0.2.1", hasCredential: false)
        #expect(limit.counted(for: subject)?.count.partition == expected)
    }

    @Test("callers are subjects as their credential says")
    func callers() {
        let key = Caller(credential: "apiKey", keyID: "k", kind: "secret", scopes: [], tenant: "t")
        #expect(LimitSubject(key, address: nil) == LimitSubject(keyID: "k", tenant: "t"))
        let person = Caller(credential: "person", keyID: nil, kind: nil, scopes: [], user: "u", tenant: nil)
        #expect(LimitSubject(person, address: nil) == LimitSubject(user: "u"))
        #expect(LimitSubject(.anonymous, address: "192.0.2.1") == LimitSubject(address: "192.0.2.1", hasCredential: false))
    }

    @Test(
        "plans say how many; a plan that is not named has the number for all, or no limit",
        arguments: [
            (nil, ["free": 3, "paid": nil], "free", 3), (nil, ["free": 3, "paid": nil], "paid", nil), (nil, ["free": 3], "other", nil),
            (nil, ["free": 3], nil, nil), (10, ["free": 3, "paid": nil], "free", 3), (10, ["free": 3, "paid": nil], "paid", nil),
            (10, ["free": 3], "other", 10), (10, ["free": 3], nil, 10), (10, [:], "free", 10),
        ] as [(Int?, [String: Int?], String?, Int?)]
    )
    func plans(_ allow: Int?, _ byPlan: [String: Int?], _ plan: String?, _ expected: Int?) {
        let limit = Self.limit(.tenant) {
            $0.allow = allow
            $0.allowByPlan = byPlan
        }
        var subject = everything
        subject.subscription.plan = plan
        #expect(limit.counted(for: subject)?.rule.allow == expected)
    }

    @Test("buckets have the size of the plan")
    func bursts() {
        let limit = Self.limit(.key) {
            $0.burst = 5
            $0.burstByPlan = ["paid": 50]
        }
        var subject = everything
        #expect(limit.counted(for: subject)?.rule.burst == 5)
        subject.subscription.plan = "paid"
        #expect(limit.counted(for: subject)?.rule.burst == 50)
        #expect(Self.limit(.key).counted(for: subject)?.rule.burst == nil)
    }

    @Test("a key's own number goes before every other, in the field that the limit names")
    func overrides() {
        let limit = Self.limit(.key) {
            $0.override = "rate"
            $0.allow = nil
            $0.allowByPlan = ["free": 3, "paid": nil]
        }
        var subject = everything
        for plan in ["free", "paid", nil] {
            subject.subscription.plan = plan
            subject.keyNumbers = ["rate": 120, "other": 7]
            #expect(limit.counted(for: subject)?.rule.allow == 120)
            subject.keyNumbers = ["other": 7]
            #expect(limit.counted(for: subject)?.rule.allow == (plan == "free" ? 3 : nil))
        }
        for number in [0, -1, Int.min] {
            subject.keyNumbers = ["rate": number]
            #expect(limit.counted(for: subject)?.rule.allow == 1)
        }
        subject.keyNumbers = ["rate": 120]
        #expect(Self.limit(.key).counted(for: subject)?.rule.allow == 10)
    }

    @Test("windows are those of the contract, and of the tenant's bills")
    func windows() {
        let cycle = BillingCycle(anchor: Timestamp(secondsSinceEpoch: 5), months: 3)
        var subject = everything
        subject.subscription.billingCycle = cycle
        let windows: [(APIDescription.Limit.Window, LimitWindow)] = [
            (.sliding(seconds: 2), .sliding(seconds: 2)), (.fixed(seconds: 2), .fixed(seconds: 2)),
            (.fromFirst(seconds: 2), .fromFirst(seconds: 2)), (.calendar(.day), .day), (.calendar(.month), .month),
            (.billingCycle, .billingCycle(cycle)),
        ]
        for (window, expected) in windows {
            let limit = Self.limit(.tenant) { $0.window = window }
            #expect(limit.counted(for: subject)?.rule.window == expected)
            #expect(limit.dependsOnSubscription == (window == .billingCycle))
        }
        #expect(Self.limit(.tenant) { $0.allowByPlan = ["free": 1] }.dependsOnSubscription)
        #expect(Self.limit(.tenant) { $0.burstByPlan = ["free": 1] }.dependsOnSubscription)
    }

    @Test("kind, name and uncounted statuses are those of the contract")
    func others() {
        let rule = Self.limit(.key) {
            $0.kind = .quota
            $0.uncountedStatuses = [404]
        }.counted(for: everything)?.rule
        #expect(rule == LimitRule(name: "a", allow: 10, window: .sliding(seconds: 60), kind: .quota, uncountedStatuses: [404]))
    }

    @Test("the limits of a request are those of the endpoint, the credentials and their kinds, each once")
    func limitsOfRequest() {
        let names = ["credential", "kind", "endpoint", "other", "both"]
        let api = APIDescription.limited(
            names.map { APIDescription.Limit(name: $0, allow: 1, window: .sliding(seconds: 1), partition: .key, kind: .throttle) }
        ) {
            let kinds = ["live", "test"].map { name in
                APIDescription.KeyKind(
                    name: name,
                    prefix: name,
                    use: .serverOnly,
                    holds: .all,
                    limits: name == "live" ? ["kind", "both"] : ["other"]
                )
            }
            $0.credentials = [
                .init(name: "app", place: .header("X-Key"), kinds: kinds, limits: ["credential", "both"]),
                .init(name: "person", place: .header("X-Person"), limits: ["both", "other"]),
            ]
        }
        let endpoint = APIDescription.Endpoint(
            id: "get",
            method: .get,
            path: "/",
            summary: "",
            limits: ["endpoint", "both"],
            success: .init(status: 200)
        )
        func limits(_ credentials: (name: String, kind: String?)...) -> [String] {
            api.limits(of: endpoint, credentials: credentials).map(\.name)
        }
        #expect(limits() == ["endpoint", "both"])
        #expect(limits(("app", "live")) == ["endpoint", "both", "credential", "kind"])
        #expect(limits(("app", "test")) == ["endpoint", "both", "credential", "other"])
        #expect(limits(("person", nil)) == ["endpoint", "both", "other"])
        #expect(limits(("app", "live"), ("person", nil)) == ["endpoint", "both", "credential", "kind", "other"])
    }
}
