import CharterRuntime
import CharterService
import CharterSQLite
import CobuntuModels
import GRDB

extension SQLiteStore {
    package func communities() async throws -> [CommunityFacts] {
        try await read { try CommunityFacts.all($0, "TRUE", []) }
    }

    package func contents(of tag: String) async throws -> SeededCommunity? {
        let community = community(tag)
        return try await read { database in
            guard let facts = try CommunityFacts.all(database, "tag = ?", [tag]).first else { return nil }
            var contents = SeededCommunity(tag: tag, name: facts.name, email: facts.email, rulesVersion: facts.rulesVersion)
            let reading = ContentsReading(database: database, tag: tag)
            contents.people = try reading.members()
            contents.events = try reading.events()
            contents.articles = try reading.articles()
            contents.products = try reading.products { try community.variants(of: $0, database) }
            contents.categories = try reading.rows("hotspot_categories", HotspotCategory.columns, order: "slug") {
                try HotspotCategory(&$0)
            }
            contents.hotspots = try reading.rows("hotspots", Hotspot.columns, order: "name, id") { try Hotspot(&$0) }
            contents.segments = try reading.segments()
            return contents
        }
    }
}

extension CommunityFacts {
    fileprivate static func all(_ database: Database, _ condition: String, _ arguments: StatementArguments) throws -> [CommunityFacts] {
        let sql = "SELECT tag, name, email, rules_version FROM communities WHERE \(condition) ORDER BY tag"
        return try Row.fetchAll(database, sql: sql, arguments: arguments).map { row in
            var row = RowReader(row, of: "communities")
            return CommunityFacts(tag: try row.text(), name: try row.text(), email: try row.text(), rulesVersion: try row.integer())
        }
    }
}

/// Reads everything that a community has, drafts too.
private struct ContentsReading {
    let database: Database
    let tag: String

    /// The community's rows of a table.
    func rows<Item>(
        _ table: String,
        _ columns: String,
        from source: String? = nil,
        where condition: String = "TRUE",
        _ arguments: StatementArguments = [],
        order: String,
        _ read: (inout RowReader) throws -> Item
    ) throws -> [Item] {
        let sql = "SELECT \(columns) FROM \(source ?? table) WHERE community = ? AND \(condition) ORDER BY \(order)"
        return try Row.fetchAll(database, sql: sql, arguments: [tag] + arguments).map { row in
            var row = RowReader(row, of: table)
            return try read(&row)
        }
    }

    func members() throws -> [SeededCommunity.KnownPerson] {
        try rows(
            "memberships",
            "\(Member.columns), email, is_public",
            from: "memberships JOIN people USING (community, user_id)",
            order: "joined_at, user_id"
        ) { row in
            let member = try Member(&row)
            let person = Person(id: member.userId, name: member.name, email: try row.text())
            return .init(person, member: member, isPublic: try row.flag())
        }
    }

    func events() throws -> [SeededCommunity.HeldEvent] {
        try rows("events", "\(Event.columns), is_published, cancelled_at", order: "starts_at, slug") { row in
            // Whether it is over is not kept.
            let event = try Event(&row, at: Timestamp(secondsSinceEpoch: 0))
            let (isPublished, cancelledAt) = (try row.flag(), try row.optionalInstant())
            return .init(event, tiers: try tiers(of: event.slug), isPublished: isPublished, cancelledAt: cancelledAt)
        }
    }

    private func tiers(of event: String) throws -> [FormedTier] {
        try rows("tiers", "\(Tier.columns), form", where: "event_slug = ?", [event], order: "position") { row in
            FormedTier(try Tier(&row), form: try row.json(Form.self))
        }
    }

    func articles() throws -> [SeededCommunity.Draftable<Article>] {
        try rows("articles", "\(Article.columns), published_at IS NOT NULL", order: "published_at, slug") { row in
            let article = try Article(&row, draft: Timestamp(secondsSinceEpoch: 0))
            return .init(article, isPublished: try row.flag())
        }
    }

    /// The products; of those without a variant there is nothing to tell.
    func products(_ variants: ([String]) throws -> [String: [ProductVariant]]) throws -> [SeededCommunity.Draftable<Product>] {
        let heads = try rows("products", "sku, is_published", order: "sku") { (sku: try $0.text(), isPublished: try $0.flag()) }
        let variants = try variants(heads.map(\.sku))
        let statement = "SELECT sku, name, description, image_urls FROM products WHERE community = ? AND sku = ?"
        return try heads.compactMap { sku, isPublished in
            guard let row = try Row.fetchOne(database, sql: statement, arguments: [tag, sku]) else { return nil }
            return try ProductHead(row).product(with: variants[sku] ?? []).map { .init($0, isPublished: isPublished) }
        }
    }

    func segments() throws -> [SeededCommunity.JoinedSegment] {
        try rows("segments", "\(Segment.columns), form", order: "name") { row in
            let formed = FormedSegment(try Segment(&row), form: try row.json(Form.self))
            let members = try rows(
                "segment_members",
                "user_id",
                where: "segment_id = ?",
                [formed.segment.id.description],
                order: "user_id"
            ) { try $0.id() }
            return .init(formed, members: members)
        }
    }
}
