import CharterRuntime
import CharterServer
import CharterService
import RavenModels

/// A tenant of the data set, before it has anything.
struct SampleTenant {
    let slug: String
    let name: String
    var plan: String? = Plans.free
    var status = Tenant.Status.active
    let messages: Int
    let keys: Int

    static let all = [
        SampleTenant(slug: "acme-co", name: "Acme Co", messages: 240, keys: 23),
        SampleTenant(slug: "birch-house", name: "Birch House", messages: 36, keys: 4),
        SampleTenant(slug: "cedar-mill", name: "Cedar Mill", status: .suspended, messages: 12, keys: 2),
        SampleTenant(slug: "elm-street-bakery", name: "Elm Street Bakery", plan: nil, messages: 80, keys: 3),
        SampleTenant(slug: "fjord-outfitters", name: "Fjord Outfitters", messages: 24, keys: 2),
    ]

    private static let day: Int64 = 86_400_000

    func workspace(at instant: Timestamp, using random: inout SeededRandom) -> DataSet.Workspace {
        let createdAt = Timestamp(milliseconds: instant.milliseconds - Int64(random.number(60...90)) * Self.day)
        let tenant = Tenant(id: UniqueID(using: &random), name: name, slug: slug, createdAt: createdAt, status: status)
        var workspace = DataSet.Workspace(tenant, plan: plan)
        workspace.messages = instants(messages, days: 45, before: instant, using: &random).map { message(at: $0, using: &random) }
        return workspace
    }

    /// Keys that nobody holds; one in four was revoked.
    func keys(at instant: Timestamp, madeBy owner: UniqueID?, using random: inout SeededRandom) -> [StoredKey] {
        instants(keys, days: 55, before: instant, using: &random).enumerated().map { index, createdAt in
            let isRevoked = index % 4 == 3
            return StoredKey(
                id: UniqueID(using: &random).description,
                kind: "live",
                displayPrefix: "rk_live_\(String(random.next(), radix: 16).prefix(8))",
                name: random.pick(["Shop back end", "Till", "Newsletter", "Warehouse", "Appointments"]) + " \(index + 1)",
                scopes: [],
                tenant: slug,
                limits: index % 3 == 0 ? [TenantKey.rateField: random.pick([30, 120, 600])] : [:],
                createdAt: createdAt,
                createdBy: owner?.description,
                revokedAt: isRevoked ? createdAt.later(by: .seconds(random.pick([3_600, 86_400, 432_000]))) : nil
            )
        }
    }

    /// Instants of the days before another, the earliest first.
    private func instants(
        _ count: Int,
        days: Int64,
        before instant: Timestamp,
        using random: inout SeededRandom
    ) -> [Timestamp] {
        // Nothing is so young that a revocation would come after the present.
        let ages = (0..<count).map { _ in Int64(random.number(Int(6 * Self.day)...Int(days * Self.day))) }
        return ages.sorted(by: >).map { Timestamp(milliseconds: instant.milliseconds - $0) }
    }

    private func message(at instant: Timestamp, using random: inout SeededRandom) -> Message {
        let occasion = random.pick(Occasion.allCases)
        let customer = Customer(using: &random)
        let order = "\(slug.prefix(2).uppercased())-\(random.digits(4))"
        return Message(
            id: UniqueID(using: &random),
            channel: occasion.channel,
            to: occasion.channel == .email ? customer.email : customer.telephone,
            subject: occasion.subject(order: order),
            text: occasion.text(to: customer, from: name, order: order, using: &random),
            status: random.number(1...20) == 1 ? .failed : .delivered,
            createdAt: instant
        )
    }
}
