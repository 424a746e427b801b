import CharterContract
import CharterOpenAPI
import Testing

/// Who may call, as OpenAPI says it.
@Suite("OpenAPI callers")
struct OpenAPICallersTests {
    private let document: OrderedJSON

    init() throws {
        document = try OpenAPIDocument(ContractCase(name: "callers").api()).json
    }

    private func operation(_ path: String) throws -> OrderedJSON {
        try #require(document["paths"]?[path]?["get"])
    }

    private func scheme(_ name: String) throws -> OrderedJSON {
        try #require(document["components"]?["securitySchemes"]?[name])
    }

    @Test("present credentials by schemes of their places")
    func schemes() throws {
        let service = try scheme("service")
        #expect((service["type"], service["in"], service["name"]) == ("apiKey", "header", "Authorization"))
        let text = try #require(service["description"]?.text)
        #expect(text.contains("The header field `Authorization` holds the word `ApiKey`, a space and the key."))
        #expect(text.contains("It may stand in the query parameter `api_key` instead. The first one counts."))
        #expect(text.contains("Valid on live only.") && text.contains("Opens every shop."))
        let person = try scheme("person")
        #expect((person["type"], person["scheme"], person["bearerFormat"]) == ("http", "bearer", "JWT"))
        #expect(person["description"]?.text?.contains("- `owner` (satisfies every other): Owns the shop.") == true)
        #expect(try scheme("app")["name"] == "X-App-Key")
        let pin = try scheme("pin")
        #expect((pin["type"], pin["scheme"]) == ("http", "basic"))
        #expect(pin["description"]?.text?.contains("The password is the key; the user name is not looked at.") == true)
    }

    @Test("are asked by the challenges of what they may present, or by none")
    func challenges() throws {
        func example(_ path: String) throws -> OrderedJSON? {
            let reference = try #require(operation(path)["responses"]?["401"]?["$ref"]?.text)
            let name = try #require(reference.split(separator: "/").last.map(String.init))
            let response = try #require(document["components"]?["responses"]?[name])
            return response["headers"]?["WWW-Authenticate"]?["example"]
        }
        #expect(try example("/key") == "ApiKey realm=\"Raven API\"")
        #expect(try example("/either") == "ApiKey realm=\"Raven API\"")
        #expect(try example("/shops/{shop}") == "Basic realm=\"till\"")
        #expect(try example("/catalogue") == nil)
    }

    @Test("have alternatives and combinations")
    func security() throws {
        #expect(try operation("/key")["security"] == [["service": []]])
        #expect(try operation("/either")["security"] == [["service": []], ["person": []]])
        #expect(try operation("/both")["security"] == [["app": [], "person": []]])
        #expect(try operation("/open")["security"] == [.object([]), ["app": [], "person": []]])
        #expect(try operation("/public")["security"] == [])
    }

    @Test("hold scopes and have roles")
    func permissions() throws {
        #expect(try operation("/both")["x-required-scopes"] == ["orders:read", "bills"])
        #expect(try operation("/shops/{shop}")["x-required-scopes"] == [["bills"], ["orders:write"]])
        #expect(try operation("/either")["x-charter-roles"] == ["owner", "clerk"])
        #expect(try operation("/key")["x-charter-roles"] == nil)
        let text = try #require(try operation("/either")["description"]?.text)
        #expect(text.contains("held by a key `live_…` or `admin_…` or a token of `person`."))
        let both = try #require(try operation("/both")["description"]?.text)
        #expect(both.contains("held by a key (app) and a token of `person`."))
        #expect(text.contains("Callers with roles need the role `owner` or `clerk`."))
        #expect(try operation("/open")["description"]?.text?.contains("May be called without a credential, too.") == true)
    }

    @Test("name their tenant")
    func tenancy() throws {
        #expect(
            document["x-charter-tenancy"] == [
                "name": "shop",
                "from": ["service": "key", "person": ["header": "X-Shop"], "app": ["query": "shop"], "pin": ["path": "shop"]],
                "foreign": 403,
                "suspended": 403,
            ]
        )
        #expect(try operation("/key")["x-charter-tenancy"] == "tenant")
        #expect(try operation("/catalogue")["x-charter-tenancy"] == "shared")
        #expect(try operation("/terms")["x-charter-tenancy"] == "none")
    }

    @Test("send header fields, those of the tenant included, credentials left out")
    func headers() throws {
        func headers(_ path: String) throws -> [String] {
            let parameters = try operation(path)["parameters"]?.elements.filter { $0["in"] == "header" } ?? []
            return parameters.map { "\($0["name"]?.text ?? "") \($0["required"] == true)" }
        }
        #expect(try headers("/key") == ["X-Trace false", "X-App-Name true"])
        #expect(try headers("/either") == ["X-Shop false", "X-Trace false", "X-App-Name true"])
        #expect(try headers("/catalogue") == ["X-Trace false", "X-App-Name true"])
    }
}
