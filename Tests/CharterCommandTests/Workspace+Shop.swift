extension Workspace {
    /// A contract, and fixtures for a server of it.
    static func shop(at address: String) throws -> Workspace {
        let workspace = try Workspace()
        try workspace.write(fixturesOfShop.replacing("ADDRESS", with: address), to: "fixtures.json")
        try workspace.write(shop, to: "shop.yaml")
        return workspace
    }

    static let fixturesOfShop = #"{"fixtures":1,"baseURL":"ADDRESS","tenants":["all"],"credentials":[],"parameters":{}}"#

    static let shop = """
        charter: 1
        api: Shop
        title: Shop API
        version: 1.0.0
        servers: { production: https://shop.example/v1 }
        promise: none
        errors: { body: problem }
        endpoints:
          GET /hours: { id: getHours, does: Get the hours, auth: none, scope: none, returns: string }
        """
}
