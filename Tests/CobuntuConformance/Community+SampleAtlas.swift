import CharterRuntime
import CobuntuModels
import SampleServers

extension Community {
    /// One hotspot more than a page holds by default.
    static func sampleHotspots(_ marks: Landmarks, _ ids: inout SerialIDs) -> [Hotspot] {
        let categories = sampleCategories(marks).map(\.slug)
        let numbered = (1...20).map { number in
            hotspot(ids.next(), named: "Corner \(number * 7 % 20 + 10)", in: categories[number % categories.count])
        }
        return numbered + [hotspot(marks.hotspot, named: "Fábrica do Sal", in: marks.category)]
    }

    static func sampleCategories(_ marks: Landmarks) -> [HotspotCategory] {
        let categories = [
            (marks.category, "Co-working"), ("cafes", "Cafés"), ("gardens", "Gardens"), ("workshops", "Workshops"), ("views", "Views"),
        ]
        return categories.map { HotspotCategory(slug: $0, name: $1, hotspotCount: 0) }
    }

    private static func hotspot(_ id: UniqueID, named name: String, in category: String) -> Hotspot {
        Hotspot(
            id: id,
            name: name,
            category: category,
            location: Location(latitude: 38.7139, longitude: -9.1394),
            createdAt: Timestamp(sample: "2026-02-02T11:12:13Z")
        )
    }
}
