import CharterRuntime
import CobuntuModels

extension CommunityImport {
    mutating func putEvent(_ entry: FileEntry) async throws {
        guard let slug = entry.text("slug"), isFirst("event", slug, at: entry.place(of: "slug")) else { return }
        let event = try entry.read(as: Event.self, with: ["status": .string("scheduled"), "admission": .string("free")])
        if let end = event.endsAt, end < event.startsAt { return fault(entry.place(of: "endsAt"), "must not be before 'startsAt'") }
        let kept = try await community.keptTiers(ofEvent: slug)
        let found = faults.count
        var tiers: [FormedTier] = []
        for tier in entry.entries("tiers") ?? [] {
            if let formed = try await formedTier(tier, of: slug, kept) { tiers.append(formed) }
        }
        for tier in kept where tier.hasRSVPs && !tiers.contains(where: { $0.tier.id == tier.id }) {
            guard faults.count == found else { break }
            fault(entry.place(of: "tiers"), "must have the tier '\(tier.name)' (id \(tier.id)), in which there are RSVPs")
        }
        guard faults.count == found else { return }
        let held = SeededCommunity.HeldEvent(
            event,
            tiers: tiers,
            isPublished: entry.flag("published") ?? false,
            cancelledAt: entry.instant("cancelledAt")
        )
        tally.count("events", isWritten: try await community.put(held))
    }

    /// A tier of an event; nil, and a fault, for one that cannot be.
    private mutating func formedTier(_ entry: FileEntry, of event: String, _ kept: [KeptTier]) async throws -> FormedTier? {
        let name = entry.text("name") ?? ""
        guard isFirst("tier of \(event)", name, at: entry.place(of: "name")) else { return nil }
        let id = entry.id("id") ?? kept.first { $0.name == name }?.id ?? UniqueID()
        guard isFirst("tier", id.description, at: entry.place) else { return nil }
        let before = kept.first { $0.id == id }
        if before == nil, try await community.owner(of: id, among: .tiers) != nil {
            fault(entry.place(of: "id"), "is taken by a tier of another event: leave it out, so that a new one is made")
            return nil
        }
        let price = try entry.value("price", as: Money.self)
        if price?.amount == 0 { fault("\(entry.place(of: "price")).amount", "must be above 0: leave 'price' out of a free tier") }
        if let capacity = entry.number("capacity"), let before, capacity < before.taken {
            fault(entry.place(of: "capacity"), "must not be below the \(before.taken) places that are taken")
        }
        let tier = try entry.read(
            as: Tier.self,
            with: [
                "id": .string(id.description), "eventSlug": .string(event), "admission": .string(price == nil ? "free" : "paid"),
            ]
        )
        return FormedTier(tier, form: try form(of: entry, tier.name))
    }

    /// The form of a tier or a segment; one that asks nothing where the file has none.
    mutating func form(of entry: FileEntry, _ name: String) throws -> Form {
        guard let form = try entry.value("form", as: Form.self) else { return Form(title: name, fields: []) }
        var keys: Set<String> = []
        for (index, field) in form.fields.enumerated() {
            let place = "\(entry.place(of: "form")).fields[\(index)]"
            if !keys.insert(field.key).inserted { fault("\(place).key", "is that of another question: each has a key of its own") }
            let isChoice = field.kind == .choice || field.kind == .choices
            if isChoice != (field.options != nil) {
                fault("\(place).options", isChoice ? "must say what can be chosen" : "must be left out unless 'kind' is choice or choices")
            }
            let values = (field.options ?? []).map(\.value)
            if Set(values).count != values.count { fault("\(place).options", "must not have a value twice") }
        }
        return form
    }
}
