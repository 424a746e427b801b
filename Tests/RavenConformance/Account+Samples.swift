import CharterRuntime
import RavenModels
import SampleServers

extension Account {
    /// Owns the first tenant and the suspended one.
    static let ada = Account("ada", "Ada Vale", "owner", of: [.acme, .cedar], id: "3c4f5061-7e8d-4c9b-baab-9c8d7e6f5041")
    /// Reads what the first tenant has.
    static let ben = Account("ben", "Ben Cole", "member", of: [.acme], id: "4d506172-8f9e-4dac-8bbc-ad9e8f706152")
    /// Owns the second tenant.
    static let cleo = Account("cleo", "Cleo Dray", "owner", of: [.birch], id: "5e617283-90af-4ebd-9ccd-beaf90817263")

    static let samples = [ada, ben, cleo]

    /// A token that was taken back.
    static let revokedToken = token("revoked")
    /// A token whose time is over.
    static let expiredToken = token("expired")

    private init(_ word: String, _ name: String, _ role: String, of tenants: [Landmarks], id: String) {
        let memberships = tenants.map { Membership(tenant: $0.slug, role: role) }
        self.init(
            person: Person(id: UniqueID(sample: id), name: name, email: "\(word)@example.org", tenants: memberships),
            role: role,
            token: Self.token(word)
        )
    }

    /// Three parts, as tokens have; nobody has signed them.
    private static func token(_ word: String) -> String {
        "eyJhbGciOiJub25lIn0.\(word).sample"
    }
}
