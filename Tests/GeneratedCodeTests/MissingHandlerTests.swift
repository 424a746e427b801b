import CharterContract
import CharterGenerator
import CharterRuntime
import CharterYAML
import CobuntuModels
import Foundation
import Testing

/// A server that has no handler of an endpoint which its contract has gained: what the compiler says of it.
@Suite("A missing handler", .serialized)
struct MissingHandlerTests {
    /// A server as it was before `GET /admin/me` and `POST /admin/api-keys` were there.
    private static let server = """
        import CharterRuntime
        import CharterServer
        import Hummingbird
        import RavenModels
        import RavenRoutes
        struct Raven: RavenAPI {
            func listMessages(_ input: ListMessages.Input, caller: Caller) -> Page<Message> { Page(items: []) }
            func getMessage(_ input: GetMessage.Input, caller: Caller) throws -> Message { throw Refusal.notFound }
            func sendMessage(_ input: SendMessage.Input, caller: Caller, in transaction: InMemoryTransaction) throws -> Message { throw Refusal.notFound }
            func listTenants(_ input: ListTenants.Input, caller: Caller) -> Page<Tenant> { Page(items: []) }
            func getTenant(_ input: GetTenant.Input, caller: Caller) throws -> Tenant { throw Refusal.notFound }
            func createTenant(_ input: CreateTenant.Input, caller: Caller, in transaction: InMemoryTransaction) throws -> Tenant { throw Refusal.notFound }
            func listKeys(_ input: ListKeys.Input, caller: Caller) -> Page<TenantKey> { Page(items: []) }
            func revokeKey(_ input: RevokeKey.Input, caller: Caller) throws -> TenantKey { throw Refusal.notFound }
        }
        """

    private func names(_ messages: [String]) -> Set<String> {
        Set(messages.compactMap { $0.firstMatch(of: /'(?<name>\w+)\(_:caller:(in:)?\)'/).map { String($0.name) } })
    }

    @Test("is a warning that has its whole signature, and what becomes of its endpoint")
    func warning() throws {
        let check = try TypeCheck(Self.server)
        #expect(check.errors == [])
        #expect(names(check.warnings) == ["getMe", "createKey"])
        #expect(check.warnings.allSatisfy { $0.hasPrefix("6: ") && $0.contains("the endpoint is answered 501") })
        let handlers = [
            "func getMe(_ input: GetMe.Input, caller: Caller) async throws -> Person",
            "func createKey(_ input: CreateKey.Input, caller: Caller, in transaction: Transaction) async throws -> CreatedKey",
        ]
        for handler in handlers {
            #expect(check.warnings.contains { $0.contains("no handler `\(handler)`") }, "\(handler)")
        }
    }

    @Test("is one of another signature too, and the warning has the one that counts")
    func nearMiss() throws {
        let near = Self.server.replacing(
            "func listMessages(_ input: ListMessages.Input, caller: Caller) -> Page<Message> { Page(items: []) }",
            with: "func listMessages(_ input: ListMessages.Input, caller: Caller) -> [Message] { [] }"
        )
        let check = try TypeCheck(near)
        #expect(check.errors == [])
        #expect(names(check.warnings) == ["listMessages", "getMe", "createKey"])
        let handler = "func listMessages(_ input: ListMessages.Input, caller: Caller) async throws -> Page<Message>"
        #expect(check.warnings.contains { $0.contains("no handler `\(handler)`") && $0.contains("another signature is no handler") })
    }

    @Test("that would be the only one with a transaction is told where the server is given a store")
    func unusedStore() throws {
        func check(_ parameters: String) throws -> TypeCheck {
            try TypeCheck(
                """
                import CharterServer
                import CobuntuModels
                import CobuntuRoutes
                import Hummingbird
                struct Cobuntu: CobuntuAPI {
                    func sendBroadcast(_ input: SendBroadcast.Input, \(parameters)) throws -> Broadcast { throw Refusal.notFound }
                }
                func serve(_ router: Router<BasicRequestContext>, _ keys: InMemoryKeyStore, _ routes: APIRoutes, _ store: InMemoryEffects) {
                    Cobuntu().register(on: router, keys: keys, effects: store)
                    Cobuntu().register(on: router, through: routes, effects: store)
                }
                """
            )
        }
        let mistyped = try check("caller: Caller")
        #expect(mistyped.errors.map { $0.prefix { $0 != ":" } } == ["9", "10"])
        #expect(mistyped.errors.allSatisfy { $0.contains("is unavailable: no handler gets a transaction of this store") })
        #expect(try check("caller: Caller, in transaction: InMemoryTransaction").errors == [])
    }

    @Test("is an error where warnings are, unless those of deprecated declarations stay warnings")
    func strictSettings() throws {
        let strict = try TypeCheck(Self.server, flags: ["-warnings-as-errors"])
        #expect(names(strict.errors) == ["getMe", "createKey"])
        let exempt = try TypeCheck(Self.server, flags: ["-warnings-as-errors", "-Wwarning", "DeprecatedDeclaration"])
        #expect(exempt.errors == [])
        #expect(names(exempt.warnings) == ["getMe", "createKey"])
    }

    @Test("asks no store of effects from a server whose handlers had none before")
    func firstTransaction() throws {
        let check = try TypeCheck(
            """
            import CharterServer
            import CobuntuRoutes
            import Hummingbird
            struct Cobuntu: CobuntuAPI {}
            func serve(_ router: Router<BasicRequestContext>, _ keys: InMemoryKeyStore, _ routes: APIRoutes) {
                Cobuntu().register(on: router, keys: keys)
                Cobuntu().register(on: router, through: routes)
            }
            """
        )
        #expect(check.errors == [])
        #expect(check.warnings.count == APIDescription.cobuntu.endpoints.count)
    }

    @Test("does not compile where settings say so, and compiles with a warning where they do not")
    func settings() throws {
        let source = """
            charter: 1
            api: Small
            title: Small
            version: 1.0.0
            servers: { production: https://small.example.com/v1 }
            promise: none
            endpoints:
              GET /wares: { id: listWares, does: List wares, auth: none, scope: none, pagination: none, returns: { list: Ware } }
              GET /wares/first: { id: firstWare, does: Get the first ware, auth: none, scope: none, returns: Ware }
            types:
              Ware: { fields: { name: { type: string, about: Its name. } }, about: What is sold. }
            """
        let api = try #require(compileContract(SourceText(file: "contract.yaml", text: source)).api)
        let handlers = GeneratedFile(
            path: "Shop.swift",
            contents: """
                import CharterRuntime
                import CharterServer
                struct Shop: SmallAPI {
                    func listWares(_ input: ListWares.Input, caller: Caller) -> [Ware] { [] }
                }
                """
        )
        for missing in GenerationSettings.MissingHandlers.allCases {
            let emission = Emission(parts: [.models, .server], access: .public, modelsModule: nil, missingHandlers: missing)
            let files = try Emitters(templates: TemplateLibrary()).files(for: api, as: emission)
            let errors = try ModuleCheck("Shop", files + [handlers]).errors
            switch missing {
            case .warn: #expect(errors == [])
            case .fail: #expect(errors == ["Shop.swift:3: type 'Shop' does not conform to protocol 'SmallAPI'"])
            }
        }
    }

    @Test("is no part of what an API promises", arguments: ["Generated", "Tests/Contracts/Generated"])
    func document(_ folder: String) throws {
        let folders = try FileManager.default.contentsOfDirectory(atPath: repository.appendingPathComponent(folder).path)
        #expect(folders.count > 1)
        for api in folders {
            let file = repository.appendingPathComponent("\(folder)/\(api)/openapi.json")
            let text = try String(contentsOf: file, encoding: .utf8)
            #expect(text.contains("\"500\"") && !text.contains("\"501\""), "\(api)")
        }
    }
}
