import CharterRuntime
import CobuntuModels

/// All that one community has.
struct Community: Sendable {
    /// The version of its rules that is in force.
    var rulesVersion: Int
    var events: [Entry<Event>]
    var tiers: [TierRecord]
    var rsvps: [RSVP] = []
    var articles: [Entry<Article>]
    var products: [Entry<Product>]
    var members: [Entry<Member>]
    /// Who is shut out; as the clock stands still, no ban ends.
    var banned: Set<UniqueID> = []
    var acceptances: [RulesAcceptance] = []
    var hotspots: [Hotspot]
    /// The categories of the atlas; how many hotspots belong to each is counted anew for every reply.
    var categories: [HotspotCategory]
    var segments: [SegmentRecord]
    var applications: [Application]
    var broadcasts: [Broadcast] = []
}

extension Community {
    /// Whether somebody belongs to it.
    func hasMember(_ userID: UniqueID) -> Bool {
        members.contains { $0.item.userId == userID }
    }

    /// Ends a membership, and with it the places in segments.
    mutating func remove(_ userID: UniqueID) {
        members.removeAll { $0.item.userId == userID }
        for index in segments.indices {
            segments[index].people.removeAll { $0.userId == userID }
        }
    }
}
