import Testing

extension Workspace {
    /// Gives the contract of `spec/shop.yaml` a version, and publishes it into `published`.
    @discardableResult
    func publishShop(_ version: String, title: String = "Shop API") async throws -> CommandResult {
        try writeShop(version, title: title)
        return try await charter("publish", "spec/shop.yaml", "--to", "published")
    }

    /// Gives the contract of `spec/shop.yaml` a version and a title.
    func writeShop(_ version: String, title: String = "Shop API") throws {
        try write(Self.contract("shop"), to: "spec/shop.yaml")
        try edit("spec/shop.yaml", "version: 1.0.0", "version: \(version)")
        try edit("spec/shop.yaml", "title: Shop API", "title: \(title)")
    }
}
