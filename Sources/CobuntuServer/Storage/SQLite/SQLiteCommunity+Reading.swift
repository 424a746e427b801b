import CharterRuntime
import CharterServer
import CharterService
import CobuntuModels
import GRDB

extension SQLiteCommunity: CommunityReading {
    package func articles(_ page: OffsetPage, at now: Timestamp) async throws -> Page<Article> {
        try await self.page(
            "articles",
            select: Article.columns,
            from: "articles WHERE community = ? AND published_at IS NOT NULL AND published_at <= ?",
            order: "published_at DESC, slug",
            [tag, now.stored],
            page
        ) { try Article(&$0) }
    }

    package func publicMembers(_ page: OffsetPage) async throws -> Page<Member> {
        try await self.page(
            "memberships",
            select: Member.columns,
            from: "memberships JOIN people USING (community, user_id) WHERE community = ? AND is_public = 1",
            order: "joined_at, user_id",
            [tag],
            page
        ) { try Member(&$0) }
    }

    package func hotspots(in category: String?, _ page: OffsetPage) async throws -> Page<Hotspot> {
        try await self.page(
            "hotspots",
            select: Hotspot.columns,
            from: "hotspots WHERE community = ?\(category == nil ? "" : " AND category = ?")",
            order: "name, id",
            category.map { [tag, $0] } ?? [tag],
            page
        ) { try Hotspot(&$0) }
    }

    package func hotspot(_ id: UniqueID) async throws -> Hotspot? {
        try await first(
            "hotspots",
            "SELECT \(Hotspot.columns) FROM hotspots WHERE id = ? AND community = ?",
            [id.description, tag]
        ) { try Hotspot(&$0) }
    }

    package func hotspotCategories(_ page: OffsetPage) async throws -> Page<HotspotCategory> {
        try await self.page(
            "hotspot_categories",
            select: HotspotCategory.columns,
            from: "hotspot_categories WHERE community = ?",
            order: "name, slug",
            [tag],
            page
        ) { try HotspotCategory(&$0) }
    }
}

extension Article {
    static let columns = "slug, title, excerpt, body, cover_url, author, topics, published_at, updated_at"

    /// Reads an article.
    ///
    /// - Parameter draft: The date of one that is not published; nil where all are.
    init(_ row: inout RowReader, draft: Timestamp? = nil) throws {
        self.init(
            slug: try row.text(),
            title: try row.text(),
            excerpt: try row.optionalText(),
            body: try row.text(),
            coverUrl: try row.optionalText(),
            author: try row.json(Author.self),
            topics: try row.json([String].self),
            publishedAt: try draft.map { try row.optionalInstant() ?? $0 } ?? row.instant(),
            updatedAt: try row.optionalInstant()
        )
    }
}

extension Member {
    static let columns = "user_id, CAST(name AS BLOB), headline, bio, avatar_url, links, role, joined_at"

    init(_ row: inout RowReader) throws {
        self.init(
            userId: try row.id(),
            name: try row.text(),
            headline: try row.optionalText(),
            bio: try row.optionalText(),
            avatarUrl: try row.optionalText(),
            links: try row.json([String].self),
            role: Role(rawValue: try row.text()),
            joinedAt: try row.instant()
        )
    }
}

extension HotspotCategory {
    static let columns = """
        slug, name, description,
        (SELECT count(*) FROM hotspots WHERE hotspots.community = hotspot_categories.community AND category = slug)
        """

    init(_ row: inout RowReader) throws {
        self.init(
            slug: try row.text(),
            name: try row.text(),
            description: try row.optionalText(),
            hotspotCount: try row.integer()
        )
    }
}

extension Hotspot {
    static let columns = """
        id, name, category, description, latitude, longitude, address, website_url, photo_url, created_at
        """

    init(_ row: inout RowReader) throws {
        self.init(
            id: try row.id(),
            name: try row.text(),
            category: try row.text(),
            description: try row.optionalText(),
            location: Location(latitude: try row.number(), longitude: try row.number()),
            address: try row.optionalJSON(Address.self),
            websiteUrl: try row.optionalText(),
            photoUrl: try row.optionalText(),
            createdAt: try row.instant()
        )
    }
}
