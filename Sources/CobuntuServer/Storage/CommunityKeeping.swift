import CharterRuntime
import CobuntuModels

/// One community's data as those who run Cobuntu bring it in: what no endpoint makes.
///
/// Each thing is written whole, in place of what was known by its identifier. Those that write say whether anything was otherwise before.
package protocol CommunityKeeping: CommunityChanging {
    /// What the community says of itself; nil where there is no such community.
    func facts() async throws -> CommunityFacts?
    /// Writes what the community says of itself, and makes it where it is not there.
    func put(_ facts: CommunityFacts) async throws -> Bool

    /// Whose thing an identifier names: the tag of a community, this one or another; nil where it names nothing.
    func owner(of id: UniqueID, among things: IdentifiedThings) async throws -> String?
    /// The identifiers of the community's things of a name.
    func identifiers(of things: IdentifiedThings, named name: String) async throws -> [UniqueID]
    /// The tiers of an event, published or not, in their order.
    func keptTiers(ofEvent slug: String) async throws -> [KeptTier]
    /// The number of the product that a variant is of; nil for a variant that is not there.
    func product(ofVariant sku: String) async throws -> String?
    /// Whether the atlas has a category.
    func hasCategory(_ slug: String) async throws -> Bool
    /// When somebody became a member; nil for somebody who is none.
    func joinedAt(of user: UniqueID) async throws -> Timestamp?
    /// When a hotspot came into the atlas, or nil.
    func createdAt(ofHotspot id: UniqueID) async throws -> Timestamp?

    /// Writes a person, with the membership.
    func put(_ known: SeededCommunity.KnownPerson) async throws -> Bool
    /// Writes an event with its tiers; the tiers that it had beside them are removed.
    func put(_ held: SeededCommunity.HeldEvent) async throws -> Bool
    /// Writes an article.
    func put(_ draft: SeededCommunity.Draftable<Article>) async throws -> Bool
    /// Writes a product with its variants; those that it had beside them are removed.
    func put(_ draft: SeededCommunity.Draftable<Product>) async throws -> Bool
    /// Writes a category of the atlas.
    func put(_ category: HotspotCategory) async throws -> Bool
    /// Writes a hotspot.
    func put(_ hotspot: Hotspot) async throws -> Bool
    /// Writes a segment, and puts members into it; whoever else is in it stays.
    func put(_ joined: SeededCommunity.JoinedSegment) async throws -> Bool
}

/// What a community says of itself.
package struct CommunityFacts: Hashable, Sendable {
    /// Names it in addresses.
    package var tag: String
    /// What it is called.
    package var name: String
    /// Its own address.
    package var email: String
    /// The version of its rules that is in force.
    package var rulesVersion: Int
}

/// Things of which each has an identifier that no other community's has.
package enum IdentifiedThings: Hashable, Sendable {
    case tiers, hotspots, segments
}

/// A tier, as far as it keeps others from taking its place.
package struct KeptTier: Hashable, Sendable {
    /// Its identifier.
    package var id: UniqueID
    /// What it is called.
    package var name: String
    /// How many places are taken.
    package var taken: Int
    /// Whether anybody has, or had, a place in it.
    package var hasRSVPs: Bool
}
