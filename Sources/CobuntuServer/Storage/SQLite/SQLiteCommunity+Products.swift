import CharterRuntime
import CharterServer
import CharterService
import CharterSQLite
import CobuntuModels
import GRDB

extension SQLiteCommunity {
    package func products(_ page: OffsetPage) async throws -> Page<Product> {
        try await access.read { database in
            let source = """
                products WHERE community = ? AND is_published = 1
                AND EXISTS (SELECT 1 FROM product_variants WHERE product_variants.community = products.community AND product_sku = products.sku)
                """
            let count = try database.cachedStatement(sql: "SELECT count(*) FROM \(source)")
            let list = try database.cachedStatement(
                sql: "SELECT sku, name, description, image_urls FROM \(source) ORDER BY name, sku LIMIT ? OFFSET ?"
            )
            let total = try Int.fetchOne(count, arguments: [tag]) ?? 0
            let heads = try Row.fetchAll(list, arguments: [tag, page.limit, page.offset]).map(ProductHead.init)
            // The variants of a whole page at once.
            let variants = try variants(of: heads.map(\.sku), database)
            return Page(items: heads.compactMap { $0.product(with: variants[$0.sku] ?? []) }, total: total)
        }
    }

    package func product(_ sku: String) async throws -> Product? {
        try await access.read { database in
            let statement = try database.cachedStatement(
                sql: "SELECT sku, name, description, image_urls FROM products WHERE community = ? AND sku = ? AND is_published = 1"
            )
            guard let row = try Row.fetchOne(statement, arguments: [tag, sku]) else { return nil }
            return try ProductHead(row).product(with: variants(of: [sku], database)[sku] ?? [])
        }
    }

    /// The variants of some products, in their order, by the product's number.
    func variants(of skus: [String], _ database: Database) throws -> [String: [ProductVariant]] {
        guard !skus.isEmpty else { return [:] }
        let statement = try database.cachedStatement(
            sql: """
                SELECT product_sku, sku, name, options, price_amount, price_currency, availability, stock FROM product_variants
                WHERE community = ? AND product_sku IN (SELECT value FROM json_each(?)) ORDER BY product_sku, position
                """
        )
        var variants: [String: [ProductVariant]] = [:]
        for row in try Row.fetchAll(statement, arguments: [tag, try skus.storedJSON]) {
            var row = RowReader(row, of: "product_variants")
            variants[try row.text(), default: []].append(try ProductVariant(&row))
        }
        return variants
    }
}

/// A product without what its variants say of it.
struct ProductHead {
    let sku: String
    let name: String
    let description: String?
    let imageUrls: [String]

    init(_ row: Row) throws {
        var row = RowReader(row, of: "products")
        sku = try row.text()
        name = try row.text()
        description = try row.optionalText()
        imageUrls = try row.json([String].self)
    }

    /// The product, whose price is that of the cheapest variant; nil without any, for there is nothing to buy.
    func product(with variants: [ProductVariant]) -> Product? {
        guard let cheapest = variants.map(\.price).min(by: { $0.amount < $1.amount }) else { return nil }
        let availabilities = variants.map(\.availability)
        return Product(
            sku: sku,
            name: name,
            description: description,
            price: cheapest,
            availability: availabilities.contains(.inStock) ? .inStock : availabilities.contains(.preorder) ? .preorder : .soldOut,
            imageUrls: imageUrls,
            variants: variants
        )
    }
}

extension ProductVariant {
    fileprivate init(_ row: inout RowReader) throws {
        self.init(
            sku: try row.text(),
            name: try row.text(),
            options: try row.json([VariantOption].self),
            price: Money(amount: try row.integer(), currency: try row.text()),
            availability: Availability(rawValue: try row.text()),
            stock: try row.optionalInteger()
        )
    }
}
