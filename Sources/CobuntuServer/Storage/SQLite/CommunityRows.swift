import CharterRuntime
import CharterService
import CobuntuModels
import GRDB

/// Writes the rows of what a community has: a row that is not there is made, and one that is otherwise is changed.
///
/// Every function says whether it wrote anything.
struct CommunityRows {
    let database: Database
    let tag: String

    /// Writes a row.
    ///
    /// - Parameters:
    ///   - key: The columns by which the row is known beside its community.
    ///   - owner: The column that has the community.
    ///   - quiet: The columns that are written only together with others.
    func put(
        _ table: String,
        key: [String],
        owner: String = "community",
        quiet: Set<String> = [],
        _ values: [String: (any DatabaseValueConvertible)?]
    ) throws -> Bool {
        // In the order of the names, so that a table has one statement.
        let columns = values.keys.sorted()
        let changing = columns.filter { !key.contains($0) && $0 != owner }
        let compared = changing.filter { !quiet.contains($0) }
        // Callers of the API name things, in any characters.
        let places = columns.map { $0 == "name" ? "CAST(? AS TEXT)" : "?" }
        // An address is compared without case, and is another text all the same.
        let isOtherwise = compared.map { "\($0) IS NOT excluded.\($0) COLLATE BINARY" }.joined(separator: " OR ")
        let sql = """
            INSERT INTO \(table) (\(columns.joined(separator: ", "))) VALUES (\(places.joined(separator: ", ")))
            ON CONFLICT (\(key.joined(separator: ", "))) DO UPDATE SET \(changing.map { "\($0) = excluded.\($0)" }.joined(separator: ", "))
            WHERE \(table).\(owner) = excluded.\(owner)
            AND (\(isOtherwise))
            """
        let arguments: [(any DatabaseValueConvertible)?] = columns.map { column in
            let value = values[column] ?? nil
            return column == "name" ? (value as? String)?.whole : value
        }
        try database.cachedStatement(sql: sql).execute(arguments: StatementArguments(arguments))
        return database.changesCount > 0
    }

    /// Carries out a statement.
    ///
    /// - Returns: How many rows it changed.
    @discardableResult
    func execute(_ sql: String, _ arguments: StatementArguments) throws -> Int {
        try database.cachedStatement(sql: sql).execute(arguments: arguments)
        return database.changesCount
    }
}

extension CommunityRows {
    func put(_ category: HotspotCategory) throws -> Bool {
        try put(
            "hotspot_categories",
            key: ["community", "slug"],
            ["community": tag, "slug": category.slug, "name": category.name, "description": category.description]
        )
    }

    func put(_ hotspot: Hotspot) throws -> Bool {
        try put(
            "hotspots",
            key: ["id"],
            [
                "id": hotspot.id.description, "community": tag, "name": hotspot.name, "category": hotspot.category,
                "description": hotspot.description, "latitude": hotspot.location.latitude, "longitude": hotspot.location.longitude,
                "address": try hotspot.address?.storedJSON, "website_url": hotspot.websiteUrl, "photo_url": hotspot.photoUrl,
                "created_at": hotspot.createdAt.stored,
            ]
        )
    }

    func put(_ draft: SeededCommunity.Draftable<Article>) throws -> Bool {
        let article = draft.item
        return try put(
            "articles",
            key: ["community", "slug"],
            [
                "community": tag, "slug": article.slug, "title": article.title, "excerpt": article.excerpt, "body": article.body,
                "cover_url": article.coverUrl, "author": try article.author.storedJSON, "topics": try article.topics.storedJSON,
                "published_at": draft.isPublished ? article.publishedAt.stored : nil, "updated_at": article.updatedAt?.stored,
            ]
        )
    }

    /// Writes a product with its variants; those that it had beside them are removed.
    func put(_ draft: SeededCommunity.Draftable<Product>) throws -> Bool {
        let product = draft.item
        var isWritten = try put(
            "products",
            key: ["community", "sku"],
            [
                "community": tag, "sku": product.sku, "name": product.name, "description": product.description,
                "image_urls": try product.imageUrls.storedJSON, "is_published": draft.isPublished,
            ]
        )
        let variants = "FROM product_variants WHERE community = ? AND product_sku = ?"
        let skus = try String.fetchAll(database, sql: "SELECT sku \(variants) ORDER BY position", arguments: [tag, product.sku])
        if skus != product.variants.map(\.sku), !skus.isEmpty {
            // No two may stand at one place, not even on the way.
            try execute("DELETE \(variants)", [tag, product.sku])
            isWritten = true
        }
        for (position, variant) in product.variants.enumerated() {
            let isNew = try put(
                "product_variants",
                key: ["community", "sku"],
                [
                    "community": tag, "sku": variant.sku, "product_sku": product.sku, "position": position, "name": variant.name,
                    "options": try variant.options.storedJSON, "price_amount": variant.price.amount,
                    "price_currency": variant.price.currency, "availability": variant.availability.rawValue, "stock": variant.stock,
                ]
            )
            isWritten = isWritten || isNew
        }
        return isWritten
    }
}

extension CommunityRows {
    /// Writes an event with its tiers; those that it had beside them, in which nobody has a place, are removed.
    func put(_ held: SeededCommunity.HeldEvent) throws -> Bool {
        let event = held.event
        var isWritten = try put(
            "events",
            key: ["community", "slug"],
            [
                "community": tag, "slug": event.slug, "title": event.title, "summary": event.summary, "description": event.description,
                "format": event.format.rawValue, "starts_at": event.startsAt.stored, "ends_at": event.endsAt?.stored,
                "time_zone": event.timeZone, "venue": try event.venue?.storedJSON, "cover_url": event.coverUrl,
                "is_published": held.isPublished, "cancelled_at": held.cancelledAt?.stored,
            ]
        )
        if try arrange(held.tiers.map(\.tier.id.description), of: event.slug) { isWritten = true }
        for (position, formed) in held.tiers.enumerated() {
            let tier = formed.tier
            let isNew = try put(
                "tiers",
                key: ["id"],
                [
                    "id": tier.id.description, "community": tag, "event_slug": event.slug, "position": position, "name": tier.name,
                    "description": tier.description, "price_amount": tier.price?.amount, "price_currency": tier.price?.currency,
                    "capacity": tier.capacity, "closes_at": tier.closesAt?.stored, "form": try formed.form.storedJSON,
                ]
            )
            isWritten = isWritten || isNew
        }
        return isWritten
    }

    /// Removes the tiers of an event that are none of some, and makes room for others in between.
    ///
    /// - Returns: Whether anything had to be done.
    private func arrange(_ tiers: [String], of event: String) throws -> Bool {
        let kept = try String.fetchAll(
            database,
            sql: "SELECT id FROM tiers WHERE community = ? AND event_slug = ? ORDER BY position",
            arguments: [tag, event]
        )
        guard !tiers.starts(with: kept) else { return false }
        for id in kept where !tiers.contains(id) { try execute("DELETE FROM tiers WHERE id = ? AND community = ?", [id, tag]) }
        // No two may stand at one place, not even on the way.
        try execute("UPDATE tiers SET position = -1 - position WHERE community = ? AND event_slug = ?", [tag, event])
        return true
    }

    /// Writes a segment, and puts members into it; whoever else is in it stays.
    func put(_ joined: SeededCommunity.JoinedSegment) throws -> Bool {
        let (segment, pricing) = (joined.formed.segment, joined.formed.segment.pricing)
        var isWritten = try put(
            "segments",
            key: ["id"],
            quiet: ["updated_at"],
            [
                "id": segment.id.description, "community": tag, "name": segment.name, "description": segment.description,
                "price_amount": pricing.price.amount, "price_currency": pricing.price.currency, "interval": pricing.interval.rawValue,
                "trial_days": pricing.trialDays, "is_active": segment.active, "visibility": segment.visibility.rawValue,
                "form": try joined.formed.form.storedJSON, "updated_at": segment.updatedAt.stored,
            ]
        )
        for member in joined.members {
            let isNew = try execute(
                "INSERT INTO segment_members (community, segment_id, user_id, joined_at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
                [tag, segment.id.description, member.description, segment.updatedAt.stored]
            )
            isWritten = isWritten || isNew > 0
        }
        return isWritten
    }
}

extension CommunityRows {
    /// Writes a person with the membership, if there is one; a membership that is not said stays.
    func put(_ known: SeededCommunity.KnownPerson) throws -> Bool {
        let (id, member) = (known.person.id.description, known.member)
        let isPersonWritten = try put(
            "people",
            key: ["community", "user_id"],
            [
                "community": tag, "user_id": id, "name": known.person.name, "email": known.person.email, "headline": member?.headline,
                "bio": member?.bio, "avatar_url": member?.avatarUrl, "links": try (member?.links ?? []).storedJSON,
            ]
        )
        guard let member else { return isPersonWritten }
        let isMembershipWritten = try put(
            "memberships",
            key: ["community", "user_id"],
            [
                "community": tag, "user_id": id, "role": member.role.rawValue, "is_public": known.isPublic,
                "joined_at": member.joinedAt.stored,
            ]
        )
        return isPersonWritten || isMembershipWritten
    }

    /// Writes what a community says of itself.
    func put(name: String, email: String, rulesVersion: Int) throws -> Bool {
        try put(
            "communities",
            key: ["tag"],
            owner: "tag",
            ["tag": tag, "name": name, "email": email, "rules_version": rulesVersion]
        )
    }
}
