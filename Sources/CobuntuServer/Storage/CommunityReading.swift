import CharterRuntime
import CharterServer
import CobuntuModels

/// One community's data, as requests read it: what is not published is not there.
package protocol CommunityReading: Sendable {
    /// Published events by their start, the earliest first.
    func events(_ page: OffsetPage, at now: Timestamp) async throws -> Page<Event>
    /// A published event, or nil.
    func event(_ slug: String, at now: Timestamp) async throws -> Event?
    /// The tiers of an event, in the order in which its hosts show them.
    func tiers(ofEvent slug: String, _ page: OffsetPage) async throws -> Page<Tier>
    /// The form of a tier of a published event, or nil.
    func form(ofTier id: UniqueID) async throws -> Form?

    /// Articles that are published by now, the latest first.
    func articles(_ page: OffsetPage, at now: Timestamp) async throws -> Page<Article>
    /// Published products by their name.
    func products(_ page: OffsetPage) async throws -> Page<Product>
    /// A published product, or nil.
    func product(_ sku: String) async throws -> Product?

    /// Members with a public profile, the longest-standing first.
    func publicMembers(_ page: OffsetPage) async throws -> Page<Member>

    /// Hotspots by their name, all of them or those of a category.
    func hotspots(in category: String?, _ page: OffsetPage) async throws -> Page<Hotspot>
    /// A hotspot, or nil.
    func hotspot(_ id: UniqueID) async throws -> Hotspot?
    /// The categories of the atlas by their name.
    func hotspotCategories(_ page: OffsetPage) async throws -> Page<HotspotCategory>

    /// Active segments that everybody may see, by their name.
    func publicSegments(_ page: OffsetPage) async throws -> Page<Segment>
    /// A segment with its form, or nil.
    func segment(_ id: UniqueID) async throws -> FormedSegment?
}
