import CharterRuntime
import CharterServer
import CharterService
import CharterSQLite
import GRDB
import RavenModels

extension SQLiteRaven {
    /// Changes the plan of a tenant; what it sent today is counted in the quota of the new one, whichever plan it sent that on.
    ///
    /// - Returns: Whether there is one of that slug.
    func changePlan(_ plan: String?, of slug: String, clock: any ServerClock = SystemClock()) async throws -> Bool {
        let counting = LimitCounting(.raven, clock: clock, tenants: Subscribed(to: plan))
        // A plan without the quota, and a quota that is used up, have nothing to be counted.
        guard let standing = try await nextStanding(counting, of: slug), let length = standing.rule.window.seconds else {
            return try await setPlan(plan, of: slug)
        }
        let counted = standing.rule.allow - standing.remaining - 1
        let end = clock.now.nanosecondsSinceEpoch + standing.resetNanoseconds
        let start = Timestamp(nanosecondsSinceEpoch: end - Int64(length) * 1_000_000_000)
        return try await store.withTransaction { transaction in
            let sent = try await transaction.write { database -> Int? in
                try database.execute(sql: "UPDATE tenants SET plan = ? WHERE slug = ?", arguments: [plan, slug])
                guard database.changesCount == 1 else { return nil }
                let sql = "SELECT count(*) FROM messages WHERE tenant = (SELECT number FROM tenants WHERE slug = ?) AND created_at >= ?"
                return try Int.fetchOne(database, sql: sql, arguments: [slug, start.milliseconds])
            }
            guard let sent else { return false }
            for _ in 0..<min(max(sent - counted, 0), standing.remaining + 1) {
                try await counting.count(Self.quota, tenant: slug, in: transaction)
            }
            return true
        }
    }

    /// The limit of messages in the contract.
    private static let quota = "messages"

    /// How a tenant would stand once it has sent another message; nil where nothing counts it, or nothing is left.
    private func nextStanding(_ counting: LimitCounting, of slug: String) async throws -> LimitStanding? {
        do {
            try await store.withTransaction { transaction in
                // Nothing shows a count but counting, which is undone here.
                if let standing = try await counting.count(Self.quota, tenant: slug, in: transaction) { throw Undone(standing: standing) }
            }
            return nil
        } catch let undone as Undone {
            return undone.standing
        } catch is Refusal {
            return nil
        }
    }

    private struct Undone: Error {
        let standing: LimitStanding
    }
}

/// What a tenant will subscribe to.
private struct Subscribed: TenantDirectory {
    let plan: String?

    init(to plan: String?) {
        self.plan = plan
    }

    func isSuspended(_ tenant: String) -> Bool { false }

    func subscription(of tenant: String) -> TenantSubscription { TenantSubscription(plan: plan) }
}
