import CharterRuntime
import CharterServer
import CobuntuModels
import CobuntuRoutes

extension CobuntuService {
    package func listArticles(_ input: ListArticles.Input, caller: Caller) async throws -> Page<Article> {
        try await storage.community(input.tag).articles(input.page, at: clock.now)
    }

    package func listProducts(_ input: ListProducts.Input, caller: Caller) async throws -> Page<Product> {
        try await storage.community(input.tag).products(input.page)
    }

    package func getProduct(_ input: GetProduct.Input, caller: Caller) async throws -> Product {
        try await storage.community(input.tag).product(input.sku).orRefuse(.notFound)
    }
}

// MARK: - Atlas
extension CobuntuService {
    package func listHotspots(_ input: ListHotspots.Input, caller: Caller) async throws -> Page<Hotspot> {
        try await storage.community(input.tag).hotspots(in: input.category, input.page)
    }

    package func getHotspot(_ input: GetHotspot.Input, caller: Caller) async throws -> Hotspot {
        try await storage.community(input.tag).hotspot(input.id).orRefuse(.notFound)
    }

    package func listHotspotCategories(_ input: ListHotspotCategories.Input, caller: Caller) async throws -> Page<HotspotCategory> {
        try await storage.community(input.tag).hotspotCategories(input.page)
    }
}
