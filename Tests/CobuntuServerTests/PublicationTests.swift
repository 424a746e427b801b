import CharterClient
import CharterRuntime
import CharterServer
import CobuntuAPIClient
import CobuntuModels
import GRDB
import Testing

@Suite("Articles, products, members and the atlas over a socket")
struct PublicationTests {
    @Test("articles are those that are published by now, the latest first")
    func articles() async throws {
        try await RunningCobuntu.run { cobuntu in
            let client = try cobuntu.publishable()
            var articles: [Article] = []
            for try await article in client.listArticles(tag: cobuntu.tag, limit: 7) { articles.append(article) }
            #expect(articles.count == 25)
            #expect(articles.map(\.publishedAt) == articles.map(\.publishedAt).sorted(by: >))
            // One that is to appear later appears then.
            let later = cobuntu.inDays(2)
            try await cobuntu.database.write { database in
                try database.execute(
                    sql: "UPDATE articles SET published_at = ? WHERE community = ? AND published_at IS NULL",
                    arguments: [later, cobuntu.tag]
                )
            }
            #expect(try await client.listArticles(tag: cobuntu.tag).first().total == 25)
            try await cobuntu.advance(bySeconds: 3 * 86_400)
            #expect(try await client.listArticles(tag: cobuntu.tag).first().total == 30)
        }
    }

    @Test("products are those that are published, by their name, at the price of the cheapest variant")
    func products() async throws {
        try await RunningCobuntu.run { cobuntu in
            let (tag, client) = (cobuntu.tag, try cobuntu.publishable())
            var products: [Product] = []
            for try await product in client.listProducts(tag: tag, limit: 10) { products.append(product) }
            #expect(products.count == 20)
            #expect(products.map(\.name) == products.map(\.name).sorted())
            #expect(products.allSatisfy { product in product.price == product.variants.map(\.price).min { $0.amount < $1.amount } })
            let shirt = try await client.getProduct(tag: tag, sku: cobuntu.value("sku", of: CobuntuEndpoints.getProduct))
            #expect(shirt == products.first { $0.sku == shirt.sku })
            #expect(shirt.variants.map(\.name) == ["S", "M", "L"])
            let draft = try await cobuntu.database.read { try String.fetchOne($0, sql: "SELECT sku FROM products WHERE is_published = 0") }
            // One without anything to buy is in no list, nor in its number.
            try await cobuntu.database.write { database in
                let sql = "DELETE FROM product_variants WHERE community = ? AND product_sku = ?"
                try database.execute(sql: sql, arguments: [tag, shirt.sku])
            }
            let rest = try await client.listProducts(tag: tag, limit: 100).first()
            #expect(rest.items == products.filter { $0.sku != shirt.sku })
            #expect(rest.total == 19)
            let hidden = try #require(draft)
            #expect(await refusal { () throws(ClientError) in try await client.getProduct(tag: tag, sku: hidden) } == "404 not-found")
        }
    }

    @Test("members are those with a public profile, the longest-standing first")
    func members() async throws {
        try await RunningCobuntu.run { cobuntu in
            var members: [Member] = []
            for try await member in try cobuntu.publishable().listMembers(tag: cobuntu.tag, limit: 100) { members.append(member) }
            let all = try cobuntu.count("SELECT count(*) FROM memberships WHERE community = ?", [cobuntu.tag])
            let visible = try cobuntu.count("SELECT count(*) FROM memberships WHERE community = ? AND is_public", [cobuntu.tag])
            #expect(members.count == visible)
            #expect(visible < all)
            #expect(members.first?.role == .owner)
            #expect(members.map(\.joinedAt) == members.map(\.joinedAt).sorted())
        }
    }

    @Test("the atlas lists hotspots by name and by category, and counts those of each category")
    func atlas() async throws {
        try await RunningCobuntu.run { cobuntu in
            let (tag, client) = (cobuntu.tag, try cobuntu.publishable())
            var hotspots: [Hotspot] = []
            for try await hotspot in client.listHotspots(tag: tag) { hotspots.append(hotspot) }
            #expect(hotspots.count == 43)
            let categories = try await client.listHotspotCategories(tag: tag).first().items
            #expect(categories.map(\.name) == categories.map(\.name).sorted())
            for category in categories {
                let own = try await client.listHotspots(tag: tag, category: category.slug, limit: 100).first()
                #expect(own.total == category.hotspotCount)
                #expect(own.items == hotspots.filter { $0.category == category.slug })
            }
            #expect(categories.map(\.hotspotCount).reduce(0, +) == 43)
            #expect(try await client.listHotspots(tag: tag, category: "no-such-category").first().items == [])
            let id = try cobuntu.id("id", of: CobuntuEndpoints.getHotspot)
            #expect(try await client.getHotspot(tag: tag, id: id).name == "Fábrica do Sal")
        }
    }
}

extension RunningCobuntu {
    /// An instant in so many days, as the database has it.
    fileprivate func inDays(_ days: Int64) -> String {
        let now = Timestamp.now()
        return Timestamp(secondsSinceEpoch: now.secondsSinceEpoch + days * 86_400).text(fractionDigits: 9)
    }
}
