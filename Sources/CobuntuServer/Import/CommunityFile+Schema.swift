import CharterRuntime
import CobuntuModels

extension CommunityFile {
    /// What a file may have.
    static let schema: APIDescription.Schema = .object([
        .init("tag", .string(format: .slug)),
        .init("name", .string(length: .init(1, 120))),
        .init("email", .string(format: .email)),
        .optional("rulesVersion", rulesVersion),
        .optional("members", .list(of: member)),
        .optional("events", .list(of: event)),
        .optional("articles", .list(of: contract("Article", mayLack: ["topics", "publishedAt"]))),
        .optional("products", .list(of: product)),
        .optional("categories", .list(of: contract("HotspotCategory", without: ["hotspotCount"]))),
        .optional("hotspots", .list(of: contract("Hotspot", mayLack: ["id", "createdAt"]))),
        .optional("segments", .list(of: segment)),
    ])

    /// The versions of rules that a member can accept.
    static let rulesVersion: APIDescription.Schema = {
        guard
            case .object(let properties)? = APIDescription.cobuntu.types["RulesAcceptanceCreate"],
            let version = properties.first(where: { $0.name == "version" })
        else { preconditionFailure("the contract has no version of rules to accept") }
        return version.schema
    }()

    /// A member, whom the e-mail address names, or else the identifier.
    private static let member = contract(
        "Member",
        mayLack: ["userId", "links", "role", "joinedAt"],
        and: [.init("email", .string(format: .email)), .optional("public", .boolean)]
    )

    /// An event with its tiers, in the order in which to show them.
    private static let event = contract(
        "Event",
        without: ["status", "admission"],
        and: [
            .optional("published", .boolean), .optional("cancelledAt", .string(format: .timestamp)), .optional("tiers", .list(of: tier)),
        ]
    )

    private static let tier = contract(
        "Tier",
        without: ["eventSlug", "admission", "remaining"],
        mayLack: ["id"],
        and: [.optional("form", .named("Form"))]
    )

    private static let product = contract(
        "Product",
        without: ["price", "availability", "variants"],
        mayLack: ["imageUrls"],
        and: [
            .optional("published", .boolean),
            .init("variants", .list(of: contract("ProductVariant", mayLack: ["options"]), count: .init(1, 100))),
        ]
    )

    /// A segment, with those of the members who are in it.
    private static let segment = contract(
        "Segment",
        without: ["memberCount", "updatedAt"],
        mayLack: ["id", "active", "visibility"],
        and: [.optional("form", .named("Form")), .optional("members", .list(of: .string(format: .email)))]
    )

    /// An object of the contract.
    ///
    /// - Parameters:
    ///   - without: What the service says of it.
    ///   - optional: What the file need not say.
    ///   - more: What the contract does not show.
    private static func contract(
        _ type: String,
        without: Set<String> = [],
        mayLack optional: Set<String> = [],
        and more: [APIDescription.Property] = []
    ) -> APIDescription.Schema {
        guard case .object(let properties)? = APIDescription.cobuntu.types[type] else {
            preconditionFailure("the contract has no object '\(type)'")
        }
        let kept = properties.filter { !without.contains($0.name) }.map { property in
            var property = property
            if optional.contains(property.name) { property.isRequired = false }
            return property
        }
        return .object(kept + more)
    }
}

extension APIDescription.Property {
    fileprivate static func optional(_ name: String, _ schema: APIDescription.Schema) -> Self {
        Self(name, schema, isRequired: false)
    }
}
