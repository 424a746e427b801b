import CharterRuntime
import CharterServer
import CharterService
import CobuntuModels
import GRDB

extension SQLiteCommunity: CommunityReading {
    package func articles(_ page: OffsetPage, at now: Timestamp) async throws -> Page<Article> {
        try await self.page(
            "articles",
            select: "slug, title, excerpt, body, cover_url, author, topics, published_at, updated_at",
            from: "articles WHERE community = ? AND published_at IS NOT NULL AND published_at <= ?",
            order: "published_at DESC, slug",
            [tag, now.stored],
            page
        ) { row in
            Article(
                slug: try row.text(),
                title: try row.text(),
                excerpt: try row.optionalText(),
                body: try row.text(),
                coverUrl: try row.optionalText(),
                author: try row.json(Author.self),
                topics: try row.json([String].self),
                publishedAt: try row.instant(),
                updatedAt: try row.optionalInstant()
            )
        }
    }

    package func publicMembers(_ page: OffsetPage) async throws -> Page<Member> {
        try await self.page(
            "memberships",
            select: "user_id, CAST(name AS BLOB), headline, bio, avatar_url, links, role, joined_at",
            from: "memberships JOIN people USING (community, user_id) WHERE community = ? AND is_public = 1",
            order: "joined_at, user_id",
            [tag],
            page
        ) { row in
            Member(
                userId: try row.id(),
                name: try row.text(),
                headline: try row.optionalText(),
                bio: try row.optionalText(),
                avatarUrl: try row.optionalText(),
                links: try row.json([String].self),
                role: Member.Role(rawValue: try row.text()),
                joinedAt: try row.instant()
            )
        }
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
            select: """
                slug, name, description,
                (SELECT count(*) FROM hotspots WHERE hotspots.community = hotspot_categories.community AND category = slug)
                """,
            from: "hotspot_categories WHERE community = ?",
            order: "name, slug",
            [tag],
            page
        ) { row in
            HotspotCategory(
                slug: try row.text(),
                name: try row.text(),
                description: try row.optionalText(),
                hotspotCount: try row.integer()
            )
        }
    }
}

extension Hotspot {
    fileprivate static let columns = """
        id, name, category, description, latitude, longitude, address, website_url, photo_url, created_at
        """

    fileprivate init(_ row: inout RowReader) throws {
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
