import CharterRuntime
import SampleServers

/// What requests may name in a sample tenant.
struct Landmarks: Sendable {
    /// The tenant itself.
    let slug: String
    let id: UniqueID
    /// Sets the tenant's other identifiers apart, 100 to 999.
    let series: Int
    /// A message that was delivered.
    let message: UniqueID
    /// A key that nobody uses.
    let key: UniqueID

    /// The tenant of the contract's examples, with their identifiers.
    static let acme = Landmarks(
        slug: "acme-co",
        id: UniqueID(sample: "0f1c2d3e-4b5a-4968-8778-695a4b3c2d1e"),
        series: 100,
        message: UniqueID(sample: "8ad4f7c2-9e3b-4a1c-bc2f-1d8e3a9b7c4d"),
        key: UniqueID(sample: "7c1f5a3e-2b4d-4c6e-9a8b-1d2e3f4a5b6c")
    )

    /// A second tenant, which shares nothing with the first.
    static let birch = Landmarks(
        slug: "birch-house",
        id: UniqueID(sample: "1a2d3e4f-5c6b-4a79-9889-7a6b5c4d3e2f"),
        series: 200,
        message: UniqueID(sample: "9be508d3-af4c-4b2d-8d30-2e9f4bac8d5e"),
        key: UniqueID(sample: "8d206b4f-3c5e-4d7f-ab9c-2e3f405b6c7d")
    )

    /// A suspended tenant, of the same owner as the first.
    static let cedar = Landmarks(
        slug: "cedar-mill",
        id: UniqueID(sample: "2b3e4f50-6d7c-4b8a-a99a-8b7c6d5e4f30"),
        series: 300,
        message: UniqueID(sample: "acf619e4-b05d-4c3e-9e41-3fa05cbd9e6f"),
        key: UniqueID(sample: "9e317c50-4d6f-4e80-bcad-3f40516c7d8e")
    )
}
