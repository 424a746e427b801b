import CharterRuntime
import CharterServer
import CobuntuModels
import CobuntuRoutes
import SampleServers

extension InMemoryCobuntu {
    func listHotspots(_ input: ListHotspots.Input, caller: Caller) throws -> Page<Hotspot> {
        let hotspots = try community(input.tag).hotspots.filter { input.category == nil || $0.category == input.category }
        return Page(of: hotspots.sorted { $0.name < $1.name }, input.page)
    }

    func getHotspot(_ input: GetHotspot.Input, caller: Caller) throws -> Hotspot {
        try community(input.tag).hotspots.first { $0.id == input.id }.orRefuse(.notFound)
    }

    func listHotspotCategories(_ input: ListHotspotCategories.Input, caller: Caller) throws -> Page<HotspotCategory> {
        let community = try community(input.tag)
        let categories = community.categories.map { category in
            var category = category
            category.hotspotCount = community.hotspots.count { $0.category == category.slug }
            return category
        }
        return Page(of: categories, input.page)
    }
}
