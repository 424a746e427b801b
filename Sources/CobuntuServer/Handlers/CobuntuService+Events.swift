import CharterRuntime
import CharterServer
import CobuntuModels
import CobuntuRoutes

extension CobuntuService {
    package func listEvents(_ input: ListEvents.Input, caller: Caller) async throws -> Page<Event> {
        try await storage.community(input.tag).events(input.page, at: clock.now)
    }

    package func getEvent(_ input: GetEvent.Input, caller: Caller) async throws -> Event {
        try await storage.community(input.tag).event(input.slug, at: clock.now).orRefuse(.notFound)
    }

    package func listEventTiers(_ input: ListEventTiers.Input, caller: Caller) async throws -> Page<Tier> {
        let community = storage.community(input.tag)
        _ = try await community.event(input.slug, at: clock.now).orRefuse(.notFound)
        return try await community.tiers(ofEvent: input.slug, input.page)
    }

    package func getTierForm(_ input: GetTierForm.Input, caller: Caller) async throws -> Form {
        try await storage.community(input.tag).form(ofTier: input.tierId).orRefuse(.notFound)
    }

    package func rsvpToEvent(_ input: RsvpToEvent.Input, caller: Caller) async throws -> RSVP {
        let (wish, clock) = (input.body, clock)
        return try await storage.change(input.tag) { community in
            let now = clock.now
            let event = try await community.event(input.slug, at: now).orRefuse(.notFound)
            let place = try await community.tier(wish.tierId, ofEvent: event.slug).orRefuse(RsvpToEvent.Failure.tierUnknown)
            try await community.check(wish, to: event, in: place, at: now)
            let places = wish.guest == nil ? 1 : 2
            guard try await community.take(places, inTier: wish.tierId) else { throw RsvpToEvent.Failure.tierFull }
            let rsvp = RSVP(
                id: UniqueID(),
                eventSlug: event.slug,
                tierId: wish.tierId,
                userId: wish.userId,
                status: .confirmed,
                guest: wish.guest,
                answers: wish.answers ?? [],
                createdAt: now
            )
            try await community.insert(rsvp, places: places)
            return rsvp
        }
    }
}

extension CommunityChanging {
    /// Throws the first of the documented failures that keeps a member from a place, but for that there are too few.
    fileprivate func check(_ wish: RSVPCreate, to event: Event, in place: FormedTier, at now: Timestamp) async throws {
        typealias Failure = RsvpToEvent.Failure
        guard event.status == .scheduled else { throw Failure.eventClosed }
        if let closesAt = place.tier.closesAt, closesAt <= now {
            throw Failure.eventClosed.with(detail: "The tier gave places away until \(closesAt).")
        }
        guard place.tier.admission == .free else { throw Failure.tierNotFree }
        guard try await !isBanned(wish.userId, at: now) else { throw Failure.memberBanned }
        _ = try await role(of: wish.userId).orRefuse(Failure.memberUnknown)
        guard try await !hasRSVP(wish.userId, toEvent: event.slug) else { throw Failure.alreadyRsvped }
        try place.form.check(wish.answers ?? [], orRefuse: Failure.answersInvalid)
    }
}
