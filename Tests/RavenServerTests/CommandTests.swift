import CharterClient
import CharterRuntime
import CharterService
import CharterSQLite
import Foundation
import RavenAPIClient
import RavenModels
import RunningPrograms
import Testing

/// What those do who run Raven Cloud, while it runs.
@Suite("Commands of raven-server")
struct CommandTests {
    @Test("a key that is made opens its tenant at once, with its own rate, and no longer once it is revoked")
    func keys() async throws {
        let raven = try await RunningRaven.demonstration()
        let tool = RavenTool(raven)
        let made = try await tool.run("keys", "create", "--tenant", "birch-house", "--name", "Shell", "--limit", "rateLimitRpm=2")
        #expect(made.status == 0)
        let service = try raven.service(key: try #require(made.lines.first))
        for _ in 1...2 { #expect(await refusal { () throws(ClientError) in try await service.listMessages(limit: 1).first() } == nil) }
        #expect(await refusal { () throws(ClientError) in try await service.listMessages(limit: 1).first() } == "429")
        let key = try #require(try await raven.person(of: "birch-house").listKeys(limit: 1).first().items.first)
        #expect(key.name == "Shell")
        #expect(key.rateLimitRpm == 2)

        let list = try await tool.run("keys", "list", "--tenant", "birch-house")
        #expect(list.lines.contains { $0.hasPrefix("\(key.id)\t") && !$0.contains(made.lines[0]) })
        #expect(try await tool.run("keys", "revoke", "\(key.id)", "--tenant", "acme-co").status == 1)
        #expect(try await tool.run("keys", "revoke", "\(key.id)").status == 0)
        #expect(await refusal { () throws(ClientError) in try await service.listMessages(limit: 1).first() } == "401")
    }

    @Test("a key without a name is shown by its first characters")
    func namelessKey() async throws {
        let raven = try await RunningRaven.demonstration()
        #expect(try await RavenTool(raven).run("keys", "create", "--tenant", "acme-co").status == 0)
        let key = try #require(try await raven.person().listKeys(limit: 1).first().items.first)
        #expect(key.name == key.prefix)
    }

    @Test("no key is made for a tenant that is not there, nor with a rate of no sense")
    func noKey() async throws {
        let raven = try await RunningRaven.demonstration()
        let tool = RavenTool(raven)
        #expect(try await tool.run("keys", "create", "--tenant", "nobody").status == 1)
        #expect(try await tool.run("keys", "create", "--tenant", "acme-co", "--limit", "rateLimitRpm=0").status == 1)
        #expect(try await tool.run("keys", "create", "--tenant", "acme-co", "--limit", "speed=3").status == 1)
        #expect(try await tool.run("keys", "create", "--tenant", "acme-co", "--limit", "fast").status == 2)
        #expect(try await tool.run("keys", "create").status == 2)
        for (option, value) in [("--limit", "rateLimitRpm=100001"), ("--name", String(repeating: "n", count: 121))] {
            let ending = try await tool.run("keys", "create", "--tenant", "acme-co", option, value)
            #expect(ending.status == 1, "\(value)")
            #expect(ending.output.isEmpty)
        }
        #expect(try await tool.run("keys", "create", "--tenant", "acme-co", "--limit", "rateLimitRpm=100000").status == 0)
    }

    @Test("a token speaks for the person with that address, until it is revoked")
    func tokens() async throws {
        let folder = try TemporaryFolder()
        let seeded = try await RavenDatabase(folder)
        try await seeded.store.close()
        let tool = RavenTool(in: folder)
        let token = try #require(try await tool.run("tokens", "issue", "--user", "ada@example.org", "--claim", "jti=mine").lines.first)
        let raven = try await RunningRaven(in: folder, secret: try ServiceSecret(file: "\(folder.database).secret"))
        let ada = try raven.person(token: token, in: "acme-co")
        #expect(try await ada.getMe().name == "Ada Vale")
        #expect(await refusal { () throws(ClientError) in try await ada.listKeys(limit: 1).first() } == nil)
        #expect(try await tool.run("tokens", "revoke", "mine").status == 0)
        #expect(await refusal { () throws(ClientError) in try await ada.getMe() } == "401")
    }

    @Test("nobody is issued a token by an address that nobody has")
    func unknownAddress() async throws {
        let folder = try TemporaryFolder()
        let ending = try await RavenTool(in: folder).run("tokens", "issue", "--user", "ada@example.org")
        #expect(ending.status == 1)
        #expect(ending.output.isEmpty)
        #expect(ending.errors.contains("nobody is known by 'ada@example.org'"))
        #expect(ending.errors.contains("--claim email="))
    }

    @Test("a token is taken back by the name that it was issued with, and its life has an end")
    func nameOfToken() async throws {
        let folder = try TemporaryFolder()
        let seeded = try await RavenDatabase(folder)
        try await seeded.store.close()
        let tool = RavenTool(in: folder)
        let issued = try await tool.run("tokens", "issue", "--user", "ada@example.org")
        let id = try #require(issued.errors.split(whereSeparator: \.isWhitespace).last.map(String.init))
        let raven = try await RunningRaven(in: folder, secret: try ServiceSecret(file: "\(folder.database).secret"))
        let ada = try raven.person(token: try #require(issued.lines.first), in: nil)
        #expect(await refusal { () throws(ClientError) in try await ada.getMe() } == nil)
        #expect(try await tool.run("tokens", "revoke", id).status == 0)
        #expect(await refusal { () throws(ClientError) in try await ada.getMe() } == "401")
        #expect(try await tool.run("tokens", "issue", "--user", "ada@example.org", "--lifetime", "31536001").status == 2)
    }

    @Test("a database that is not there is not made by what looks into it")
    func noDatabase() async throws {
        let folder = try TemporaryFolder()
        let tool = RavenTool(in: folder)
        let commands = [
            ["tenants", "list"], ["tenants", "suspend", "acme-co"], ["users", "list", "--tenant", "acme-co"],
            ["users", "add", "--tenant", "acme-co", "--email", "a@example.org", "--role", "owner"],
            ["users", "remove", "--tenant", "acme-co", "--user", "a@example.org"], ["tokens", "revoke", "x"],
            ["keys", "list", "--tenant", "acme-co"],
            ["keys", "revoke", "x", "--tenant", "acme-co"], ["keys", "create", "--tenant", "acme-co"],
        ]
        for command in commands {
            let ending = try await tool.run(command)
            #expect(ending.status == 3, "\(command)")
            #expect(ending.errors.contains("there is no database '\(folder.database)'"), "\(ending.errors)")
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == [])
    }

    @Test("a new database is its owner's alone")
    func owners() async throws {
        let folder = try TemporaryFolder()
        #expect(try await RavenTool(in: folder).run("seed").status == 0)
        #expect(try FileManager.default.attributesOfItem(atPath: folder.database)[.posixPermissions] as? Int == 0o600)
        #expect(try await RavenTool(in: folder).run("keys", "list").status == 2)
        #expect(try await RavenTool(in: folder).run("keys", "list", "--tenant", "nobody").status == 1)
    }

    @Test("whoever is new is known from the first token on that names them, and from no other")
    func newcomers() async throws {
        let folder = try TemporaryFolder()
        let tool = RavenTool(in: folder)
        let user = UniqueID().description
        func token(_ claims: String...) async throws -> String {
            let options = claims.flatMap { ["--claim", $0] }
            return try #require(try await tool.run(["tokens", "issue", "--user", user] + options).lines.first)
        }
        let nameless = try await token()
        let named = try await token("name=Nina Poe", "email=nina@example.org")
        let raven = try await RunningRaven(in: folder, secret: try ServiceSecret(file: "\(folder.database).secret"))
        let stranger = try raven.person(token: nameless, in: nil)
        #expect(await refusal { () throws(ClientError) in try await stranger.getMe() } == "401")
        let nina = try raven.person(token: named, in: "first-one")
        #expect(try await nina.getMe() == Person(id: #require(UniqueID(user)), name: "Nina Poe", email: "nina@example.org", tenants: []))
        #expect(await refusal { () throws(ClientError) in try await stranger.getMe() } == nil)
        _ = try await nina.createTenant(body: TenantCreate(name: "First", slug: "first-one"))
        #expect(await refusal { () throws(ClientError) in try await nina.createKey(body: TenantKeyCreate(name: "First")) } == nil)
    }

    @Test("what a token says of tenants and roles is not believed")
    func boastful() async throws {
        let folder = try TemporaryFolder()
        let seeded = try await RavenDatabase(folder)
        try await seeded.store.close()
        let tool = RavenTool(in: folder)
        let boast = ["--tenant", "acme-co=owner", "--tenant", "birch-house=owner"]
        let issued = try await tool.run(["tokens", "issue", "--user", "dina@example.org"] + boast)
        let raven = try await RunningRaven(in: folder, secret: try ServiceSecret(file: "\(folder.database).secret"))
        let token = try #require(issued.lines.first)
        let acme = try raven.person(token: token, in: "acme-co")
        #expect(await refusal { () throws(ClientError) in try await acme.listKeys(limit: 1).first() } == "404")
        let birch = try raven.person(token: token, in: "birch-house")
        #expect(await refusal { () throws(ClientError) in try await birch.createKey(body: TenantKeyCreate(name: "Mine")) } == "403")
        #expect(await refusal { () throws(ClientError) in try await birch.listKeys(limit: 1).first() } == nil)
    }

    @Test("tenants are listed, and none is changed that is not there")
    func tenants() async throws {
        let raven = try await RunningRaven.demonstration()
        let tool = RavenTool(raven)
        let list = try await tool.run("tenants", "list")
        #expect(list.lines.first == "acme-co\tactive\thatchling\tAcme Co")
        #expect(list.lines.contains("elm-street-bakery\tactive\t-\tElm Street Bakery"))
        #expect(list.lines.count == 5)
        #expect(try await tool.run("tenants", "suspend", "nobody").status == 1)
        #expect(try await tool.run("tenants", "plan", "acme-co", "golden").status == 2)
    }

    @Test("whose tokens are taken is said whole, and not of a demonstration")
    func authority() async throws {
        let folder = try TemporaryFolder()
        let tool = RavenTool(in: folder)
        let ending = try await tool.run("serve", "--token-keys", "keys.json", "--token-issuer", "https://login.example")
        #expect(ending.status == 2)
        #expect(ending.errors.contains("belong together"))
        let whole = ["--token-keys", "k", "--token-issuer", "i", "--token-audience", "a"]
        #expect(try await tool.run(["serve", "--demo"] + whole).status == 2)
    }
}
