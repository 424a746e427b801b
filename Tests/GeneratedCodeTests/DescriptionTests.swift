import CharterContract
import CharterRuntime
import CharterYAML
import CobuntuModels
import Foundation
import OdditiesModels
import Testing

/// What the generator writes into a description must fit together.
@Suite("Generated descriptions")
struct DescriptionTests {
    @Test("have a body example that fits its schema", arguments: [APIDescription.cobuntu, .oddities])
    func examples(api: APIDescription) throws {
        for endpoint in api.endpoints {
            guard let body = endpoint.requestBody else { continue }
            let value = try JSONCoding.decode(JSONValue.self, from: Array(body.example.utf8))
            #expect(api.faults(of: value, against: body.schema, direction: .request) == [], "\(endpoint.id)")
        }
    }

    @Test("name only what they declare", arguments: [APIDescription.cobuntu, .oddities])
    func references(api: APIDescription) {
        let kinds = Set(api.credentials.flatMap(\.kinds).map(\.name))
        let scopes = Set(api.scopes.map(\.name))
        let limits = Set(api.limits.map(\.name))
        for endpoint in api.endpoints {
            #expect(endpoint.auth.names.allSatisfy { api.credential(named: $0) != nil })
            #expect(scopes.isSuperset(of: endpoint.scope.names))
            #expect(kinds.isSuperset(of: endpoint.keyKinds))
            #expect(limits.isSuperset(of: endpoint.limits))
            #expect(endpoint.keyKinds.isEmpty == endpoint.auth.names.isEmpty)
        }
    }

    @Test(
        "are the values that were made of their contracts",
        arguments: [("spec/cobuntu.yaml", APIDescription.cobuntu), ("Tests/Contracts/oddities.yaml", .oddities)]
    )
    func equality(file: String, generated: APIDescription) throws {
        let bytes = try Data(contentsOf: repository.appendingPathComponent(file))
        let compiled = compileContract(SourceText(file: file, bytes: Array(bytes)))
        #expect(try #require(compiled.api).description == generated)
    }

    @Test("say what the page of Cobuntu says")
    func cobuntu() throws {
        let api = APIDescription.cobuntu
        #expect(api.servers.map(\.url) == ["https://api.cobuntu.com/api/v1"])
        #expect(api.endpoints.count == 22)
        #expect(api.scopes.map(\.name) == ["READ_PUBLIC", "WRITE_MEMBERS", "WRITE_SALES", "WRITE_BROADCASTS", "ADMIN"])
        let credential = try #require(api.credential(named: "apiKey"))
        #expect(credential.place == .header("X-API-Key"))
        #expect(credential.kind(named: "publishable")?.prefix == "pk_live_")
        #expect(credential.kind(named: "publishable")?.holds == .only(["READ_PUBLIC"]))
        #expect(credential.kind(named: "secret")?.prefix == "sk_live_")
        #expect(credential.kind(named: "secret")?.holds == .all)
        #expect(
            api.limits.map { "\($0.name) \($0.allow ?? 0)/\($0.seconds ?? 0)s \($0.partition.rawValue) \($0.kind.rawValue)" } == [
                "publishable 100/1s key throttle", "secret 50/1s key throttle", "broadcasts 5/86400s tenant quota",
            ]
        )
        for scope in api.scopes { #expect(api.scopes(["ADMIN"], satisfy: scope.name)) }
        for endpoint in api.endpoints {
            guard let paging = endpoint.paging else { continue }
            #expect((paging.pageSize.defaultValue, paging.pageSize.maximum) == (20, 100))
        }
    }
}
