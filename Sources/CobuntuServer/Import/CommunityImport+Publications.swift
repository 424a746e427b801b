import CharterRuntime
import CobuntuModels

extension CommunityImport {
    mutating func putArticle(_ entry: FileEntry) async throws {
        guard let slug = entry.text("slug"), isFirst("article", slug, at: entry.place(of: "slug")) else { return }
        // A draft has no date, which the contract's articles always have.
        let usual: [String: JSONValue] = ["topics": .array([]), "publishedAt": .string("\(now)")]
        let article = try entry.read(as: Article.self, with: [:], usually: usual)
        let draft = SeededCommunity.Draftable(article, isPublished: entry.members["publishedAt"] != nil)
        tally.count("articles", isWritten: try await community.put(draft))
    }

    mutating func putProduct(_ entry: FileEntry) async throws {
        guard let sku = entry.text("sku"), isFirst("product", sku, at: entry.place(of: "sku")) else { return }
        let found = faults.count
        var variants: [ProductVariant] = []
        for entry in entry.entries("variants") ?? [] {
            let variant = try entry.read(as: ProductVariant.self, with: [:], usually: ["options": .array([])])
            guard isFirst("variant", variant.sku, at: entry.place(of: "sku")) else { continue }
            if let other = try await community.product(ofVariant: variant.sku), other != sku {
                fault(entry.place(of: "sku"), "is that of a variant of '\(other)': give it a number of its own")
            }
            variants.append(variant)
        }
        guard faults.count == found, let first = variants.first else { return }
        // What its price and its availability are, its variants say whenever it is read.
        let product = Product(
            sku: sku,
            name: entry.text("name") ?? "",
            description: entry.text("description"),
            price: first.price,
            availability: first.availability,
            imageUrls: entry.texts("imageUrls") ?? [],
            variants: variants
        )
        let draft = SeededCommunity.Draftable(product, isPublished: entry.flag("published") ?? false)
        tally.count("products", isWritten: try await community.put(draft))
    }
}

extension CommunityImport {
    mutating func putCategory(_ entry: FileEntry) async throws {
        guard let slug = entry.text("slug"), isFirst("category", slug, at: entry.place(of: "slug")) else { return }
        let category = try entry.read(as: HotspotCategory.self, with: ["hotspotCount": .integer(0)])
        tally.count("categories", isWritten: try await community.put(category))
    }

    mutating func putHotspot(_ entry: FileEntry) async throws {
        guard let name = entry.text("name"), let category = entry.text("category") else { return }
        if entry.id("id") == nil { guard isFirst("hotspot", name, at: entry.place(of: "name")) else { return } }
        guard let id = try await identifier(of: entry, name, among: .hotspots) else { return }
        guard isFirst("hotspot", id.description, at: entry.place) else { return }
        guard try await community.hasCategory(category) else {
            return fault(entry.place(of: "category"), "is no category of the atlas: put '\(category)' into 'categories'")
        }
        let createdAt = try await community.createdAt(ofHotspot: id) ?? now
        let hotspot = try entry.read(
            as: Hotspot.self,
            with: ["id": .string(id.description)],
            usually: ["createdAt": .string("\(createdAt)")]
        )
        tally.count("hotspots", isWritten: try await community.put(hotspot))
    }
}
