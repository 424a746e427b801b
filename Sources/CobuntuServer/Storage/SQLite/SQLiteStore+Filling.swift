import CharterRuntime
import CharterService
import CharterSQLite
import CobuntuModels
import GRDB

extension SQLiteStore {
    package func fill(with communities: [SeededCommunity]) async throws {
        try await write { database in
            guard try Int.fetchOne(database, sql: "SELECT count(*) FROM communities") == 0 else { throw StorageNotEmpty() }
            for community in communities { try Filling(database: database, tag: community.tag).fill(with: community) }
        }
    }
}

/// Writes all that a community has.
private struct Filling {
    let database: Database
    let tag: String

    func fill(with community: SeededCommunity) throws {
        try insert(
            "communities",
            ["tag": tag, "name": community.name, "email": community.email, "rules_version": community.rulesVersion]
        )
        for known in community.people { try insert(known) }
        for ban in community.bans { try insert(ban) }
        for held in community.events { try insert(held) }
        for rsvp in community.rsvps { try insert(rsvp) }
        for article in community.articles { try insert(article) }
        for product in community.products { try insert(product) }
        for category in community.categories {
            let values = ["community": tag, "slug": category.slug, "name": category.name, "description": category.description]
            try insert("hotspot_categories", values)
        }
        for hotspot in community.hotspots { try insert(hotspot) }
        for segment in community.segments { try insert(segment) }
        for application in community.applications { try insert(application) }
        for acceptance in community.acceptances {
            try insert(
                "rules_acceptances",
                [
                    "community": tag, "user_id": acceptance.userId.description, "version": acceptance.version,
                    "accepted_at": acceptance.acceptedAt.stored,
                ]
            )
        }
    }

    private func insert(_ table: String, _ values: [String: (any DatabaseValueConvertible)?]) throws {
        // In the order of the names, so that a table has one statement.
        let columns = values.keys.sorted()
        let sql = "INSERT INTO \(table) (\(columns.joined(separator: ", "))) VALUES (\(databaseQuestionMarks(count: columns.count)))"
        let arguments: [(any DatabaseValueConvertible)?] = columns.map { values[$0] ?? nil }
        try database.cachedStatement(sql: sql).execute(arguments: StatementArguments(arguments))
    }
}

extension Filling {
    private func insert(_ known: SeededCommunity.KnownPerson) throws {
        let (id, member) = (known.person.id.description, known.member)
        try insert(
            "people",
            [
                "community": tag, "user_id": id, "name": known.person.name, "email": known.person.email, "headline": member?.headline,
                "bio": member?.bio, "avatar_url": member?.avatarUrl, "links": try (member?.links ?? []).storedJSON,
            ]
        )
        guard let member else { return }
        try insert(
            "memberships",
            [
                "community": tag, "user_id": id, "role": member.role.rawValue, "is_public": known.isPublic,
                "joined_at": member.joinedAt.stored,
            ]
        )
    }

    private func insert(_ ban: ModerationResult) throws {
        try insert(
            "moderations",
            [
                "community": tag, "user_id": ban.userId.description, "action": ban.action.rawValue, "reason": ban.reason,
                "until": ban.until?.stored, "created_at": ban.createdAt.stored,
            ]
        )
    }

    private func insert(_ held: SeededCommunity.HeldEvent) throws {
        let event = held.event
        try insert(
            "events",
            [
                "community": tag, "slug": event.slug, "title": event.title, "summary": event.summary, "description": event.description,
                "format": event.format.rawValue, "starts_at": event.startsAt.stored, "ends_at": event.endsAt?.stored,
                "time_zone": event.timeZone, "venue": try event.venue?.storedJSON, "cover_url": event.coverUrl,
                "is_published": held.isPublished, "cancelled_at": held.cancelledAt?.stored,
            ]
        )
        for (position, formed) in held.tiers.enumerated() {
            let tier = formed.tier
            try insert(
                "tiers",
                [
                    "id": tier.id.description, "community": tag, "event_slug": event.slug, "position": position, "name": tier.name,
                    "description": tier.description, "price_amount": tier.price?.amount, "price_currency": tier.price?.currency,
                    "capacity": tier.capacity, "closes_at": tier.closesAt?.stored, "form": try formed.form.storedJSON,
                ]
            )
        }
    }

    private func insert(_ rsvp: RSVP) throws {
        let places = rsvp.guest == nil ? 1 : 2
        try insert(
            "rsvps",
            [
                "id": rsvp.id.description, "community": tag, "event_slug": rsvp.eventSlug, "tier_id": rsvp.tierId.description,
                "user_id": rsvp.userId.description, "status": rsvp.status.rawValue, "places": places,
                "guest": try rsvp.guest?.storedJSON, "answers": try rsvp.answers.storedJSON, "created_at": rsvp.createdAt.stored,
            ]
        )
        guard rsvp.status == .confirmed else { return }
        let take = try database.cachedStatement(sql: "UPDATE tiers SET taken = taken + ? WHERE id = ? AND community = ?")
        try take.execute(arguments: [places, rsvp.tierId.description, tag])
    }

    private func insert(_ draft: SeededCommunity.Draftable<Article>) throws {
        let article = draft.item
        try insert(
            "articles",
            [
                "community": tag, "slug": article.slug, "title": article.title, "excerpt": article.excerpt, "body": article.body,
                "cover_url": article.coverUrl, "author": try article.author.storedJSON, "topics": try article.topics.storedJSON,
                "published_at": draft.isPublished ? article.publishedAt.stored : nil, "updated_at": article.updatedAt?.stored,
            ]
        )
    }

    private func insert(_ draft: SeededCommunity.Draftable<Product>) throws {
        let product = draft.item
        try insert(
            "products",
            [
                "community": tag, "sku": product.sku, "name": product.name, "description": product.description,
                "image_urls": try product.imageUrls.storedJSON, "is_published": draft.isPublished,
            ]
        )
        for (position, variant) in product.variants.enumerated() {
            try insert(
                "product_variants",
                [
                    "community": tag, "sku": variant.sku, "product_sku": product.sku, "position": position, "name": variant.name,
                    "options": try variant.options.storedJSON, "price_amount": variant.price.amount,
                    "price_currency": variant.price.currency, "availability": variant.availability.rawValue, "stock": variant.stock,
                ]
            )
        }
    }

    private func insert(_ hotspot: Hotspot) throws {
        try insert(
            "hotspots",
            [
                "id": hotspot.id.description, "community": tag, "name": hotspot.name, "category": hotspot.category,
                "description": hotspot.description, "latitude": hotspot.location.latitude, "longitude": hotspot.location.longitude,
                "address": try hotspot.address?.storedJSON, "website_url": hotspot.websiteUrl, "photo_url": hotspot.photoUrl,
                "created_at": hotspot.createdAt.stored,
            ]
        )
    }

    private func insert(_ joined: SeededCommunity.JoinedSegment) throws {
        let (segment, pricing) = (joined.formed.segment, joined.formed.segment.pricing)
        try insert(
            "segments",
            [
                "id": segment.id.description, "community": tag, "name": segment.name, "description": segment.description,
                "price_amount": pricing.price.amount, "price_currency": pricing.price.currency, "interval": pricing.interval.rawValue,
                "trial_days": pricing.trialDays, "is_active": segment.active, "visibility": segment.visibility.rawValue,
                "form": try joined.formed.form.storedJSON, "updated_at": segment.updatedAt.stored,
            ]
        )
        for member in joined.members {
            try insert(
                "segment_members",
                [
                    "community": tag, "segment_id": segment.id.description, "user_id": member.description,
                    "joined_at": segment.updatedAt.stored,
                ]
            )
        }
    }

    private func insert(_ application: Application) throws {
        try insert(
            "applications",
            [
                "id": application.id.description, "community": tag, "segment_id": application.segmentId.description,
                "name": application.applicant.name, "email": application.applicant.email,
                "user_id": application.applicant.userId?.description, "answers": try application.answers.storedJSON,
                "status": application.status.rawValue, "message": application.message, "reason": application.reason,
                "created_at": application.createdAt.stored, "decided_at": application.decidedAt?.stored,
            ]
        )
    }
}
