import CharterRuntime
import CobuntuModels

/// All that a storage is filled with of one community.
package struct SeededCommunity: Hashable, Sendable {
    /// Names the community.
    package var tag: String
    /// What it is called.
    package var name: String
    /// Its own address.
    package var email: String
    /// The version of its rules that is in force.
    package var rulesVersion: Int
    /// Whom it knows.
    package var people: [KnownPerson] = []
    /// Whom it has banned, those too whose ban is over; none of them is a member.
    package var bans: [ModerationResult] = []
    /// Its events.
    package var events: [HeldEvent] = []
    /// Who comes; the tiers have room for them.
    package var rsvps: [RSVP] = []
    /// Its articles; those that are not published have an instant that is not looked at.
    package var articles: [Draftable<Article>] = []
    /// Its products.
    package var products: [Draftable<Product>] = []
    /// The categories of its atlas.
    package var categories: [HotspotCategory] = []
    /// The hotspots of its atlas.
    package var hotspots: [Hotspot] = []
    /// Its segments.
    package var segments: [JoinedSegment] = []
    /// Who wants to join them.
    package var applications: [Application] = []
    /// Who accepted the rules.
    package var acceptances: [RulesAcceptance] = []

    /// Creates a community that has nothing.
    package init(tag: String, name: String, email: String, rulesVersion: Int) {
        self.tag = tag
        self.name = name
        self.email = email
        self.rulesVersion = rulesVersion
    }

    /// Somebody whom a community knows, and the membership while there is one.
    package struct KnownPerson: Hashable, Sendable {
        /// Who it is.
        package var person: Person
        /// The profile with role and time of joining; nil for somebody who is no member any more.
        package var member: Member?
        /// Whether the profile is public.
        package var isPublic: Bool

        /// Describes a person.
        package init(_ person: Person, member: Member?, isPublic: Bool) {
            self.person = person
            self.member = member
            self.isPublic = isPublic
        }
    }

    /// An event with its tiers, in their order; what it says of its status and admission is not looked at.
    package struct HeldEvent: Hashable, Sendable {
        /// The event.
        package var event: Event
        /// Its tiers; what they say of remaining places is not looked at.
        package var tiers: [FormedTier]
        /// Whether everybody may see it.
        package var isPublished: Bool
        /// When it was called off, or nil.
        package var cancelledAt: Timestamp?

        /// Describes an event.
        package init(_ event: Event, tiers: [FormedTier], isPublished: Bool, cancelledAt: Timestamp?) {
            self.event = event
            self.tiers = tiers
            self.isPublished = isPublished
            self.cancelledAt = cancelledAt
        }
    }

    /// Something that is published or not.
    package struct Draftable<Item: Hashable & Sendable>: Hashable, Sendable {
        /// What it is.
        package var item: Item
        /// Whether everybody may see it.
        package var isPublished: Bool

        /// Describes something.
        package init(_ item: Item, isPublished: Bool) {
            self.item = item
            self.isPublished = isPublished
        }
    }

    /// A segment with everyone in it; what it says of their number is not looked at.
    package struct JoinedSegment: Hashable, Sendable {
        /// The segment, with its form.
        package var formed: FormedSegment
        /// Who is in it.
        package var members: [UniqueID]

        /// Describes a segment.
        package init(_ formed: FormedSegment, members: [UniqueID]) {
            self.formed = formed
            self.members = members
        }
    }
}
