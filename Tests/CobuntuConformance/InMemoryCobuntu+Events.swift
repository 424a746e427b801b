import CharterRuntime
import CharterServer
import CobuntuModels
import CobuntuRoutes
import SampleServers

extension InMemoryCobuntu {
    func listEvents(_ input: ListEvents.Input, caller: Caller) throws -> Page<Event> {
        Page(of: try community(input.tag).events.published().sorted { $0.startsAt < $1.startsAt }, input.page)
    }

    func getEvent(_ input: GetEvent.Input, caller: Caller) throws -> Event {
        try community(input.tag).event(input.slug)
    }

    func listEventTiers(_ input: ListEventTiers.Input, caller: Caller) throws -> Page<Tier> {
        let community = try community(input.tag)
        let event = try community.event(input.slug)
        return Page(of: community.tiers.map(\.tier).filter { $0.eventSlug == event.slug }, input.page)
    }

    func getTierForm(_ input: GetTierForm.Input, caller: Caller) throws -> Form {
        try community(input.tag).tiers.first { $0.tier.id == input.tierId }.orRefuse(.notFound).form
    }

    func rsvpToEvent(_ input: RsvpToEvent.Input, caller: Caller) throws -> RSVP {
        let wish = input.body
        return try change(input.tag) { community in
            guard try community.event(input.slug).status == .scheduled else { throw RsvpToEvent.Failure.eventClosed }
            let place = try community.tiers.firstIndex { $0.tier.id == wish.tierId && $0.tier.eventSlug == input.slug }
                .orRefuse(RsvpToEvent.Failure.tierUnknown)
            try community.checkRSVP(wish, to: input.slug, in: community.tiers[place])
            if let remaining = community.tiers[place].tier.remaining {
                community.tiers[place].tier.remaining = remaining - wish.places
            }
            let rsvp = RSVP(
                id: newID(),
                eventSlug: input.slug,
                tierId: wish.tierId,
                userId: wish.userId,
                status: .confirmed,
                guest: wish.guest,
                answers: wish.answers ?? [],
                createdAt: Self.now
            )
            community.rsvps.append(rsvp)
            return rsvp
        }
    }
}

extension Community {
    /// The published event of that name.
    fileprivate func event(_ slug: String) throws -> Event {
        try events.published().first { $0.slug == slug }.orRefuse(.notFound)
    }

    /// Throws the first of the documented failures that keeps a member from a place.
    fileprivate func checkRSVP(_ wish: RSVPCreate, to slug: String, in place: TierRecord) throws {
        typealias Failure = RsvpToEvent.Failure
        guard place.tier.admission == .free else { throw Failure.tierNotFree }
        guard !banned.contains(wish.userId) else { throw Failure.memberBanned }
        guard hasMember(wish.userId) else { throw Failure.memberUnknown }
        guard !rsvps.contains(where: { $0.eventSlug == slug && $0.userId == wish.userId }) else { throw Failure.alreadyRsvped }
        guard place.tier.remaining ?? .max >= wish.places else { throw Failure.tierFull }
        guard place.form.fits(wish.answers ?? []) else { throw Failure.answersInvalid }
    }
}

extension RSVPCreate {
    /// How many places it takes.
    fileprivate var places: Int { guest == nil ? 1 : 2 }
}
