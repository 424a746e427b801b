import CharterRuntime
import CobuntuModels

/// Finds things with a quality in a community of the data set.
struct SeededThings {
    let marks: Landmarks
    private let community: SeededCommunity

    init(_ marks: Landmarks, _ community: SeededCommunity) {
        self.marks = marks
        self.community = community
    }

    /// A tier of the event that the landmarks name.
    ///
    /// - Throws: ``NoSuchThing``, as all of these do.
    func tier(where isFit: (FormedTier) -> Bool) throws(NoSuchThing) -> Tier {
        try find("tier", in: community.events.first { $0.event.slug == marks.event }?.tiers ?? [], where: isFit).tier
    }

    /// A published event that was called off, with its first tier.
    func cancelledEvent() throws(NoSuchThing) -> (slug: String, tier: UniqueID) {
        let held = try find("cancelled event", in: community.events) { $0.isPublished && $0.cancelledAt != nil && !$0.tiers.isEmpty }
        return (held.event.slug, held.tiers[0].tier.id)
    }

    /// A tier of which nothing is left.
    func fullTier() throws(NoSuchThing) -> Tier {
        try tier { formed in
            formed.tier.capacity.map { room in community.rsvps.count { $0.tierId == formed.tier.id } >= room } ?? false
        }
    }

    /// Somebody who is banned for good.
    func banned() throws(NoSuchThing) -> Person {
        let ban = try find("ban", in: community.bans) { $0.until == nil }
        return try find("person", in: community.people) { $0.person.id == ban.userId }.person
    }

    /// Somebody who was a member, and could be one again.
    func former() throws(NoSuchThing) -> Person {
        let banned = community.bans.map(\.userId)
        return try find("former member", in: community.people) { $0.member == nil && !banned.contains($0.person.id) }.person
    }

    /// Somebody in the segment that the landmarks name.
    func segmentMember() throws(NoSuchThing) -> Person {
        let members = try find("segment", in: community.segments) { $0.formed.segment.id == marks.segment }.members
        return try find("member of a segment", in: community.people) { members.contains($0.person.id) }.person
    }

    func segment(where isFit: (SeededCommunity.JoinedSegment) -> Bool) throws(NoSuchThing) -> Segment {
        try find("segment", in: community.segments, where: isFit).formed.segment
    }

    /// An application of that person about which nothing is decided.
    func application(of person: Person) throws(NoSuchThing) -> Application {
        try find("application", in: community.applications) { $0.applicant.userId == person.id && $0.status == .pending }
    }

    private func find<Thing>(_ name: String, in things: [Thing], where isFit: (Thing) -> Bool) throws(NoSuchThing) -> Thing {
        guard let thing = things.first(where: isFit) else { throw NoSuchThing(name: name, community: marks.tag) }
        return thing
    }
}

/// The data set lacks something that checkers are told of: an error of whoever changed it.
struct NoSuchThing: Error, CustomStringConvertible {
    let name: String
    let community: String

    var description: String { "the data set of \(community) has no \(name) for the fixtures: add one to 'CommunitySeed'" }
}
