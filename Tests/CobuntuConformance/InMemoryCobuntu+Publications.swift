import CharterRuntime
import CharterServer
import CobuntuModels
import CobuntuRoutes
import SampleServers

extension InMemoryCobuntu {
    func listArticles(_ input: ListArticles.Input, caller: Caller) throws -> Page<Article> {
        Page(of: try community(input.tag).articles.published().sorted { $0.publishedAt > $1.publishedAt }, input.page)
    }

    func listProducts(_ input: ListProducts.Input, caller: Caller) throws -> Page<Product> {
        Page(of: try community(input.tag).products.published().sorted { $0.name < $1.name }, input.page)
    }

    func getProduct(_ input: GetProduct.Input, caller: Caller) throws -> Product {
        try community(input.tag).products.published().first { $0.sku == input.sku }.orRefuse(.notFound)
    }
}
