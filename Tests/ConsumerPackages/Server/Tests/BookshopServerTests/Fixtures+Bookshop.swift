import BookshopServer
import CharterRuntime

extension Fixtures {
    /// What a checker must know of the sample shop: its keys, and a book that it has.
    static let bookshop = Fixtures(
        baseURL: "http://localhost/v1",
        tenants: ["shop"],
        credentials: [
            credential("publishable", "pk_reader", "READ"),
            credential("secret", "sk_reader", "READ"),
            credential("secret", "sk_writer", "WRITE"),
        ],
        parameters: ["shop": ["getBook": ["id": Bookshop.sample.id.description]]]
    )

    private static func credential(_ kind: String, _ key: String, _ scope: String) -> Credential {
        Credential(tenant: "shop", kind: kind, scopes: [scope], headers: ["X-API-Key": key])
    }
}
