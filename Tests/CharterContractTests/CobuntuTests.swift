import CharterContract
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
        #expect(api.endpoints.allSatisfy { $0.credential?.name == "apiKey" && $0.scope != nil && $0.tag != nil })
        #expect(compiled.assumedFacts > 0)
    }

    @Test("lets publishable keys read what is public, and nothing else")
    func keyKinds() throws {
        let api = try #require(try Self.compiled().api)
        for endpoint in api.endpoints {
            let kinds = endpoint.scope == "READ_PUBLIC" ? ["publishable", "secret"] : ["secret"]
            #expect(endpoint.keyKinds.map(\.name) == kinds, "\(endpoint.id)")
        }
        #expect(api.endpoints.filter { $0.scope == "READ_PUBLIC" }.allSatisfy { $0.method == .get })
    }

    @Test("pages every list by offset")
    func paging() throws {
        let api = try #require(try Self.compiled().api)
        let lists = api.endpoints.filter { if case .list? = $0.success.body?.shape { true } else { false } }
        #expect(!lists.isEmpty)
        #expect(lists.allSatisfy { $0.paging?.name == "byOffset" })
    }

    @Test("has one quota, on broadcasts, counted by community")
    func limits() throws {
        let api = try #require(try Self.compiled().api)
        #expect(api.endpoints.filter { !$0.limits.isEmpty }.map(\.id) == ["sendBroadcast"])
        let broadcasts = try #require(try api.endpoint("sendBroadcast").limits.first)
        #expect(broadcasts.partition == .tenant)
        #expect(broadcasts.kind == .quota)
        #expect(broadcasts.seconds == 86_400)
    }
}
