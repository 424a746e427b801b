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
        return try await store.withTransaction { transaction in
            let isThere = try await transaction.write { database in
                try database.execute(sql: "UPDATE tenants SET plan = ? WHERE slug = ?", arguments: [plan, slug])
                return database.changesCount == 1
            }
            // A plan without the quota has nothing to be counted.
            guard isThere, let standing = try await counting.standing(of: Self.quota, tenant: slug, in: transaction),
                let length = standing.rule.window.seconds
            else { return isThere }
            let end = clock.now.nanosecondsSinceEpoch + standing.resetNanoseconds
            let start = Timestamp(nanosecondsSinceEpoch: end - Int64(length) * 1_000_000_000)
            let sent = try await transaction.write { database in
                let sql = "SELECT count(*) FROM messages WHERE tenant = (SELECT number FROM tenants WHERE slug = ?) AND created_at >= ?"
                return try Int.fetchOne(database, sql: sql, arguments: [slug, start.milliseconds]) ?? 0
            }
            let missing = min(sent - (standing.rule.allow - standing.remaining), standing.remaining)
            if missing > 0 { try await counting.count(Self.quota, tenant: slug, times: missing, in: transaction) }
            return true
        }
    }

    /// The limit of messages in the contract.
    private static let quota = "messages"
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
