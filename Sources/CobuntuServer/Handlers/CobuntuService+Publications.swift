import CharterRuntime
public import CharterServer
public import CobuntuModels
public import CobuntuRoutes

extension CobuntuService {
    public func listArticles(_ input: ListArticles.Input, caller: Caller) async throws -> Page<Article> {
        try await storage.community(input.tag).articles(input.page, at: clock.now)
    }

    public func listProducts(_ input: ListProducts.Input, caller: Caller) async throws -> Page<Product> {
        try await storage.community(input.tag).products(input.page)
    }

    public func getProduct(_ input: GetProduct.Input, caller: Caller) async throws -> Product {
        try await storage.community(input.tag).product(input.sku).orRefuse(.notFound)
    }
}

// MARK: - Atlas
extension CobuntuService {
    public func listHotspots(_ input: ListHotspots.Input, caller: Caller) async throws -> Page<Hotspot> {
        try await storage.community(input.tag).hotspots(in: input.category, input.page)
    }

    public func getHotspot(_ input: GetHotspot.Input, caller: Caller) async throws -> Hotspot {
        try await storage.community(input.tag).hotspot(input.id).orRefuse(.notFound)
    }

    public func listHotspotCategories(_ input: ListHotspotCategories.Input, caller: Caller) async throws -> Page<HotspotCategory> {
        try await storage.community(input.tag).hotspotCategories(input.page)
    }
}
