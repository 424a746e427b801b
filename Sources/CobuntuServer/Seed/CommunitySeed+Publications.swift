import CharterRuntime
import CharterService
import CobuntuModels

extension CommunitySeed {
    /// Thirty articles over two years; every sixth is not published yet.
    mutating func addArticles() {
        let authors = community.people.compactMap(\.member).prefix(8)
        for number in 1...30 {
            let subject = Self.subjects[(number - 1) % Self.subjects.count]
            let title = number > Self.subjects.count ? "\(subject), part \((number - 1) / Self.subjects.count + 1)" : subject
            let slug = title.lowercased().replacing(",", with: "").replacing(" ", with: "-")
            let author = authors[number % authors.count]
            let days = -24 * number + random.number(0...20)
            let article = Article(
                slug: slug,
                title: title,
                excerpt: "What we learned, and whom we met.",
                body: "## \(title)\n\nIt began with a table by the river. **More** of it next month.",
                coverUrl: number % 3 == 0 ? nil : picture("articles/\(slug)"),
                author: Author(name: author.name, userId: author.userId, avatarUrl: author.avatarUrl),
                topics: number % 2 == 0 ? ["places", "people"] : ["food"],
                publishedAt: instant(inDays: days, at: 7),
                updatedAt: number % 5 == 0 ? instant(inDays: days + 1, at: 15) : nil
            )
            community.articles.append(.init(article, isPublished: number % 6 != 0))
        }
    }

    /// Two dozen products, most of them in sizes.
    mutating func addProducts() {
        add(marks.product, marks.productName, price: 1_800, isPublished: true, sizes: ["S", "M", "L"])
        for (index, name) in Self.goods.enumerated() {
            let sku = name.uppercased().split(separator: " ").reversed().joined(separator: "-")
            let sizes = index % 3 == 0 ? ["S", "M", "L"] : ["ONE"]
            add(sku, name, price: random.number(3...60) * 50, isPublished: index % 7 != 6, sizes: sizes)
        }
    }

    private mutating func add(_ sku: String, _ name: String, price: Int, isPublished: Bool, sizes: [String]) {
        let variants = sizes.enumerated().map { index, size in
            let stock = random.number(0...20)
            return ProductVariant(
                sku: "\(sku)-\(size)",
                name: size,
                options: size == "ONE" ? [] : [VariantOption(name: "Size", value: size)],
                price: Money(amount: price + index * 100, currency: "EUR"),
                availability: stock == 0 ? .soldOut : .inStock,
                stock: stock
            )
        }
        let product = Product(
            sku: sku,
            name: name,
            description: "Made by members, a few at a time.",
            price: Money(amount: price, currency: "EUR"),
            availability: .inStock,
            imageUrls: [picture("products/\(sku.lowercased())")],
            variants: variants
        )
        community.products.append(.init(product, isPublished: isPublished))
    }

    private static let subjects = [
        "How we chose the river", "A year of suppers", "What we read", "The first meetup", "Who cooks", "A room for everyone",
        "The long table",
        "Notes from the harbour", "Learning to mend", "What the garden gave",
    ]
    private static let goods = [
        "Cotton bag", "Enamel mug", "Recipe book", "Brass pin", "Wool hat", "Linen apron", "Paper calendar", "Seed box", "Map poster",
        "Note book", "Tea towel", "Salt jar", "Bread board", "Rain coat", "Song book", "Card set", "Oil bottle", "Net bag", "Sketch pad",
        "Candle pair", "Honey jar", "Spice tin",
    ]
}
