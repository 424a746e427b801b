public import CharterRuntime
public import CobuntuModels

/// All that a storage is filled with of one community.
public struct SeededCommunity: Hashable, Sendable {
    /// Names the community.
    public var tag: String
    /// What it is called.
    public var name: String
    /// Its own address.
    public var email: String
    /// The version of its rules that is in force.
    public var rulesVersion: Int
    /// Whom it knows.
    public var people: [KnownPerson] = []
    /// Its events.
    public var events: [HeldEvent] = []
    /// Who comes; the tiers have room for them.
    public var rsvps: [RSVP] = []
    /// Its articles; those that are not published have an instant that is not looked at.
    public var articles: [Draftable<Article>] = []
    /// Its products.
    public var products: [Draftable<Product>] = []
    /// The categories of its atlas.
    public var categories: [HotspotCategory] = []
    /// The hotspots of its atlas.
    public var hotspots: [Hotspot] = []
    /// Its segments.
    public var segments: [JoinedSegment] = []
    /// Who wants to join them.
    public var applications: [Application] = []
    /// Who accepted the rules.
    public var acceptances: [RulesAcceptance] = []

    /// Creates a community that has nothing.
    public init(tag: String, name: String, email: String, rulesVersion: Int) {
        self.tag = tag
        self.name = name
        self.email = email
        self.rulesVersion = rulesVersion
    }

    /// Somebody whom a community knows, and the membership while there is one.
    public struct KnownPerson: Hashable, Sendable {
        /// Who it is.
        public var person: Person
        /// The profile with role and time of joining; nil for somebody who is no member any more.
        public var member: Member?
        /// Whether the profile is public.
        public var isPublic: Bool

        /// Describes a person.
        public init(_ person: Person, member: Member?, isPublic: Bool) {
            self.person = person
            self.member = member
            self.isPublic = isPublic
        }
    }

    /// An event with its tiers, in their order; what it says of its status and admission is not looked at.
    public struct HeldEvent: Hashable, Sendable {
        /// The event.
        public var event: Event
        /// Its tiers; what they say of remaining places is not looked at.
        public var tiers: [FormedTier]
        /// Whether everybody may see it.
        public var isPublished: Bool
        /// When it was called off, or nil.
        public var cancelledAt: Timestamp?

        /// Describes an event.
        public init(_ event: Event, tiers: [FormedTier], isPublished: Bool, cancelledAt: Timestamp?) {
            self.event = event
            self.tiers = tiers
            self.isPublished = isPublished
            self.cancelledAt = cancelledAt
        }
    }

    /// Something that is published or not.
    public struct Draftable<Item: Hashable & Sendable>: Hashable, Sendable {
        /// What it is.
        public var item: Item
        /// Whether everybody may see it.
        public var isPublished: Bool

        /// Describes something.
        public init(_ item: Item, isPublished: Bool) {
            self.item = item
            self.isPublished = isPublished
        }
    }

    /// A segment with everyone in it; what it says of their number is not looked at.
    public struct JoinedSegment: Hashable, Sendable {
        /// The segment, with its form.
        public var formed: FormedSegment
        /// Who is in it.
        public var members: [UniqueID]

        /// Describes a segment.
        public init(_ formed: FormedSegment, members: [UniqueID]) {
            self.formed = formed
            self.members = members
        }
    }
}
