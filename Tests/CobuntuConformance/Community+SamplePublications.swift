import CharterRuntime
import CobuntuModels
import SampleServers

extension Community {
    static func sampleArticles(_ marks: Landmarks) -> [Entry<Article>] {
        let articles = [
            ("how-we-chose-the-river", "How we chose the river", "2026-08-21T07:00:00Z", true),
            ("a-year-of-suppers", "A year of suppers", "2026-01-04T07:00:00Z", true),
            ("what-we-read", "What we read", "2026-09-01T07:00:00Z", true),
            ("the-first-meetup", "The first meetup", "2025-02-14T07:00:00Z", true),
            ("who-cooks", "Who cooks", "2026-05-30T07:00:00Z", true),
            ("not-yet-finished", "Not yet finished", "2026-09-29T07:00:00Z", false),
        ]
        return articles.map { slug, title, publishedAt, isPublic in
            let article = Article(
                slug: slug,
                title: title,
                body: "More about \(marks.tag), in **words**.",
                author: Author(name: "Inês Duarte", userId: marks.member),
                topics: ["places", marks.tag],
                publishedAt: Timestamp(sample: publishedAt)
            )
            return Entry(item: article, isPublic: isPublic)
        }
    }

    static func sampleProducts(_ marks: Landmarks) -> [Entry<Product>] {
        let products = [
            (marks.product, "Logo T-shirt", 1800, Availability.inStock, true),
            ("MUG", "Mug", 950, .inStock, true),
            ("BAG-COTTON", "Cotton bag", 700, .soldOut, true),
            ("BOOK-RECIPES", "Book of recipes", 2400, .preorder, true),
            ("PIN", "Pin", 300, .inStock, true),
            ("TEE-DRAFT", "Another T-shirt", 1800, .inStock, false),
        ]
        return products.map { sku, name, cents, availability, isPublic in
            Entry(item: product(sku, name, Money(amount: cents, currency: "EUR"), availability), isPublic: isPublic)
        }
    }

    private static func product(_ sku: String, _ name: String, _ price: Money, _ availability: Availability) -> Product {
        let variant = ProductVariant(
            sku: "\(sku)-M",
            name: "Medium",
            options: [VariantOption(name: "Size", value: "M")],
            price: price,
            availability: availability,
            stock: 14
        )
        return Product(
            sku: sku,
            name: name,
            price: price,
            availability: availability,
            imageUrls: ["https://cdn.cobuntu.com/products/\(sku).jpg"],
            variants: [variant]
        )
    }
}
