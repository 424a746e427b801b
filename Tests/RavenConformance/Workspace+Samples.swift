import CharterRuntime
import RavenModels
import SampleServers

extension Workspace {
    /// The first has more messages than the largest page and more keys than a page has by itself; the last is suspended.
    static let samples = [
        sample(.acme, name: "Acme Co", messages: 230, keys: 60),
        sample(.birch, name: "Birch House", messages: 3, keys: 2),
        sample(.cedar, name: "Cedar Mill", status: .suspended, messages: 1, keys: 1),
    ]

    /// A tenant with so many messages and keys beside its landmarks, none of them in the order in which lists show them.
    private static func sample(
        _ marks: Landmarks,
        name: String,
        status: Tenant.Status = .active,
        messages: Int,
        keys: Int
    ) -> Workspace {
        var ids = SerialIDs(series: marks.series)
        let createdAt = Timestamp(sample: "2026-05-01T10:23:18.114Z")
        var workspace = Workspace(tenant: Tenant(id: marks.id, name: name, slug: marks.slug, createdAt: createdAt, status: status))
        workspace.messages = [message(marks.message, at: createdAt, .delivered)]
        workspace.messages += (0..<messages).map { message(ids.next(), at: instant($0), .sent) }
        workspace.keys = [key(marks.key, "Old shop", at: createdAt)]
        workspace.keys += (0..<keys).map { key(ids.next(), "Shop \($0)", at: instant($0)) }
        return workspace
    }

    /// An instant of its own for every three numbers that follow each other; the greater is not always the later.
    private static func instant(_ number: Int) -> Timestamp {
        Timestamp(secondsSinceEpoch: 1_780_000_000 + Int64(number / 3 * 7_919 % 1_009) * 60)
    }

    private static func message(_ id: UniqueID, at instant: Timestamp, _ status: Message.Status) -> Message {
        Message(id: id, channel: .sms, to: "+351912345678", text: "Your order is on its way.", status: status, createdAt: instant)
    }

    private static func key(_ id: UniqueID, _ name: String, at instant: Timestamp) -> TenantKey {
        TenantKey(id: id, name: name, prefix: SampleKey.prefix + id.description.prefix(8), createdAt: instant)
    }
}
