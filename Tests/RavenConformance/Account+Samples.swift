import CharterRuntime
import RavenModels
import SampleServers

extension Account {
    /// Owns the first tenant and the suspended one.
    static let ada = Account("ada", "Ada Vale", of: [(.acme, "owner"), (.cedar, "owner")], id: "3c4f5061-7e8d-4c9b-baab-9c8d7e6f5041")
    /// Reads what the first tenant has.
    static let ben = Account("ben", "Ben Cole", of: [(.acme, "member")], id: "4d506172-8f9e-4dac-8bbc-ad9e8f706152")
    /// Owns the second tenant.
    static let cleo = Account("cleo", "Cleo Dray", of: [(.birch, "owner")], id: "5e617283-90af-4ebd-9ccd-beaf90817263")
    /// Owns the second tenant, and only reads what the first has.
    static let dina = Account(
        "dina",
        "Dina Elm",
        of: [(.birch, "owner"), (.acme, "member")],
        id: "6f728394-a1b0-4fce-8dde-cfb0a1928374"
    )

    /// Only reads what the second tenant has.
    static let emil = Account("emil", "Emil Frost", of: [(.birch, "member")], id: "70839ca5-b2f1-40df-9eef-d0c1b2a39485")
    /// Belongs to the first tenant, where a guest may do nothing.
    static let fina = Account("fina", "Fina Grau", of: [(.acme, "guest")], id: "8194adb6-c302-41e0-8ff0-e1d2c3b4a596")

    static let samples = [ada, ben, cleo, dina, emil, fina]

    /// A token that was taken back.
    static let revokedToken = token("revoked")
    /// A token whose time is over.
    static let expiredToken = token("expired")

    private init(_ word: String, _ name: String, of tenants: [(Landmarks, role: String)], id: String) {
        let memberships = tenants.map { Membership(tenant: $0.slug, role: $1) }
        self.init(
            person: Person(id: UniqueID(sample: id), name: name, email: "\(word)@example.org", tenants: memberships),
            token: Self.token(word)
        )
    }

    /// Three parts, as tokens have; nobody has signed them.
    private static func token(_ word: String) -> String {
        "eyJhbGciOiJub25lIn0.\(word).sample"
    }
}
