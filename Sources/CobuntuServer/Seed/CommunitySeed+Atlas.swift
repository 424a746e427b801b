import CharterRuntime
import CharterService
import CobuntuModels

extension CommunitySeed {
    /// More than forty hotspots in six categories.
    mutating func addAtlas() {
        community.categories = Self.categories.map { slug, name, about in
            HotspotCategory(slug: slug, name: name, description: about, hotspotCount: 0)
        }
        add(marks.hotspot, "Fábrica do Sal", in: marks.category)
        for number in 0..<42 {
            let place = Self.places[number % Self.places.count]
            let name = "\(place) \(Self.streets[number / Self.places.count])"
            add(newID(), name, in: Self.categories[number % Self.categories.count].0)
        }
    }

    private mutating func add(_ id: UniqueID, _ name: String, in category: String) {
        let number = random.number(1...180)
        community.hotspots.append(
            Hotspot(
                id: id,
                name: name,
                category: category,
                description: number % 3 == 0 ? nil : "Quiet until noon.",
                location: Location(
                    latitude: 38.70 + Double(random.number(0...400)) / 10_000,
                    longitude: -9.16 + Double(random.number(0...400)) / 10_000
                ),
                address: Address(street: "Rua da Prata \(number)", postalCode: "1100-420", city: "Lisboa", country: "PT"),
                websiteUrl: number % 2 == 0 ? "https://place\(number).example.com" : nil,
                photoUrl: number % 4 == 0 ? nil : picture("atlas/\(number)"),
                createdAt: instant(inDays: -random.number(10...700), at: random.number(8...20))
            )
        )
    }

    private static let categories = [
        ("coworking", "Co-working", "Desks by the day."), ("cafes", "Cafés", "Where to sit for long."),
        ("gardens", "Gardens", "Open to all."),
        ("workshops", "Workshops", "Tools to share."), ("views", "Views", "Worth the climb."), ("markets", "Markets", "Early is best."),
    ]
    private static let places = ["Corner", "Mill", "Arcade", "Terrace", "Boatyard", "Cistern", "Greenhouse"]
    private static let streets = ["of the Tiles", "by the Ferry", "at the Steps", "of the Lemons", "behind the Market", "on the Hill"]
}
