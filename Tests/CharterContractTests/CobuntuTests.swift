import CharterContract
import CharterRuntime
import CharterYAML
import Foundation
import Testing

/// The contract that this package ships compiles as it stands.
@Suite("spec/cobuntu.yaml")
struct CobuntuTests {
    private static func compiled() throws -> CompiledContract {
        var root = URL(fileURLWithPath: #filePath)
        for _ in 1...3 { root.deleteLastPathComponent() }
        let file = root.appendingPathComponent("spec/cobuntu.yaml")
        return compileContract(SourceText(file: "spec/cobuntu.yaml", bytes: Array(try Data(contentsOf: file))))
    }

    @Test("has no fault and documents 22 endpoints")
    func compiles() throws {
        let compiled = try Self.compiled()
        #expect(compiled.diagnostics == [])
        let api = try #require(compiled.api)
        #expect(api.endpoints.count == 22)
        #expect(api.endpoints.allSatisfy { $0.auth == .one("apiKey") && $0.scope != .none && $0.tag != nil })
        #expect(compiled.assumedFacts > 0)
    }

    @Test("lets publishable keys read what is public, and nothing else")
    func keyKinds() throws {
        let api = try #require(try Self.compiled().api)
        for endpoint in api.endpoints {
            let kinds = endpoint.scope == .one("READ_PUBLIC") ? ["publishable", "secret"] : ["secret"]
            #expect(endpoint.keyKinds.map(\.name) == kinds, "\(endpoint.id)")
        }
        #expect(api.endpoints.filter { $0.scope == .one("READ_PUBLIC") }.allSatisfy { $0.method == .get })
    }

    @Test("pages every list by offset")
    func paging() throws {
        let api = try #require(try Self.compiled().api)
        let lists = api.endpoints.filter { if case .list? = $0.success.body?.shape { true } else { false } }
        #expect(!lists.isEmpty)
        #expect(lists.allSatisfy { $0.paging?.description.name == "byOffset" })
    }

    @Test("has one quota, on broadcasts, counted by community")
    func limits() throws {
        let api = try #require(try Self.compiled().api)
        #expect(api.endpoints.filter { !$0.limits.isEmpty }.map(\.id) == ["sendBroadcast"])
        let broadcasts = try #require(try api.endpoint("sendBroadcast").limits.first)
        #expect(broadcasts.description.partition == .tenant)
        #expect(broadcasts.description.kind == .quota)
        #expect(broadcasts.description.seconds == 86_400)
    }
}
