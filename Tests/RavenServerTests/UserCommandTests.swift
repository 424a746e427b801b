import CharterClient
import CharterRuntime
import CharterServer
import CharterService
import CharterSQLite
import Foundation
import RavenAPIClient
import RavenModels
import RavenServer
import RunningPrograms
import Testing

/// How tenants and those who act for them come about without the data set.
@Suite("Tenants and users by commands")
struct UserCommandTests {
    @Test("from an empty database, whoever is added acts for the tenant, in another role once that is changed, and no longer once removed")
    func wholeLife() async throws {
        let folder = try TemporaryFolder()
        let tool = RavenTool(in: folder)
        let created = try await tool.run("tenants", "create", "river-shop", "--name", "River Shop", "--plan", "none")
        #expect(created.status == 0, "\(created.errors)")
        #expect(created.lines.first.flatMap { UniqueID($0) } != nil)
        #expect(try await tool.run("tenants", "list").lines == ["river-shop\tactive\t-\tRiver Shop"])
        let nina = ["--tenant", "river-shop", "--email", "nina@example.org"]
        let added = try await tool.run(["users", "add", "--name", "Nina Poe", "--role", "member"] + nina)
        #expect(added.status == 0, "\(added.errors)")
        let id = try #require(added.lines.first)
        #expect(try await tool.run("users", "list", "--tenant", "river-shop").lines == ["\(id)\tmember\tnina@example.org\tNina Poe"])

        let token = try #require(try await tool.run("tokens", "issue", "--user", "nina@example.org").lines.first)
        let raven = try await RunningRaven(in: folder, secret: try ServiceSecret(file: "\(folder.database).secret"))
        let person = try raven.person(token: token, in: "river-shop")
        #expect(try await person.getMe().tenants == [Membership(tenant: "river-shop", role: "member")])
        func make() async -> String? {
            await refusal { () throws(ClientError) in try await person.createKey(body: TenantKeyCreate(name: "Till")) }
        }
        #expect(await make() == "403")
        let again = try await tool.run(["users", "add", "--role", "owner"] + nina)
        #expect(again.lines == [id])
        #expect(await make() == nil)
        #expect(try await tool.run("users", "list", "--tenant", "river-shop").lines == ["\(id)\towner\tnina@example.org\tNina Poe"])

        #expect(try await tool.run("users", "remove", "--tenant", "river-shop", "--user", "nina@example.org").status == 0)
        #expect(await make() == "404")
        #expect(try await tool.run("users", "remove", "--tenant", "river-shop", "--user", id).status == 1)
        #expect(try await tool.run("users", "list", "--tenant", "river-shop").lines == [])
    }

    @Test("somebody of a single sign-on is known by the identifier of their tokens, which is one person's")
    func givenIdentifier() async throws {
        let folder = try TemporaryFolder()
        let tool = RavenTool(in: folder)
        #expect(try await tool.run("tenants", "create", "river-shop", "--name", "River Shop").status == 0)
        let id = UniqueID()
        let add = ["users", "add", "--tenant", "river-shop", "--role", "owner", "--id", "\(id)"]
        for _ in 1...2 { #expect(try await tool.run(add + ["--email", "nina@example.org", "--name", "Nina"]).lines == ["\(id)"]) }
        let other = try await tool.run(add + ["--email", "otto@example.org", "--name", "Otto"])
        #expect(other.status == 1)
        #expect(other.errors.contains("is known with the address 'nina@example.org'"), "\(other.errors)")
        #expect(try folder.rows("SELECT id, email, name FROM people").count == 1)
    }

    @Test("of several people with an address, the one who acts for the tenant is meant, and nobody by chance")
    func sharedAddress() async throws {
        let folder = try TemporaryFolder()
        let tool = RavenTool(in: folder)
        let raven = try await RavenDatabase(folder, isNew: false)
        func person(_ email: String, after seconds: Int64) -> NewPerson {
            NewPerson(id: UniqueID(), name: "N", email: email, createdAt: RavenDatabase.present.later(bySeconds: seconds))
        }
        let (old, new) = (person("nina@example.org", after: 0), person("Nina@example.org", after: 60))
        for slug in ["one", "two", "three"] {
            let tenant = Tenant(id: UniqueID(), name: "T", slug: slug, createdAt: RavenDatabase.present, status: .active)
            #expect(try await raven.storage.add(tenant, plan: nil))
        }
        try await raven.storage.add(old)
        try await raven.storage.enroll(new, as: "member", in: "one")
        for both in [old, new] { try await raven.storage.enroll(both, as: "member", in: "two") }
        try await raven.store.close()
        let several = "'NINA@example.org' is the address of several: say by the identifier which, \(old.id) or \(new.id)"
        func add(to tenant: String, _ more: [String] = []) async throws -> ProgramEnding {
            try await tool.run(["users", "add", "--tenant", tenant, "--email", "NINA@example.org", "--role", "owner"] + more)
        }
        #expect(try await add(to: "one").lines == ["\(new.id)"])
        for ending in [
            try await add(to: "two"), try await add(to: "three"), try await tool.run("tokens", "issue", "--user", "NINA@example.org"),
            try await tool.run("users", "remove", "--tenant", "two", "--user", "NINA@example.org"),
        ] {
            #expect(ending.status == 1 && ending.output.isEmpty)
            #expect(ending.errors.contains(several), "\(ending.errors)")
        }
        #expect(try await add(to: "three", ["--id", "\(old.id)"]).lines == ["\(old.id)"])
        let third = try await add(to: "three", ["--id", "\(UniqueID())", "--name", "Nina"])
        #expect(third.status == 1 && third.errors.contains("is the address of \(old.id) and of \(new.id)"), "\(third.errors)")
        #expect(try await tool.run("users", "remove", "--tenant", "one", "--user", "nina@EXAMPLE.org").status == 0)
        #expect(try folder.rows("SELECT person FROM memberships WHERE tenant = (SELECT number FROM tenants WHERE slug = 'one')").isEmpty)
        #expect(try folder.rows("SELECT person FROM memberships").count == 3)
        #expect(try folder.rows("SELECT id FROM people").count == 2)
    }

    @Test("names make no line, no column and no colour in lists")
    func forgedLines() async throws {
        let folder = try TemporaryFolder()
        let tool = RavenTool(in: folder)
        let raven = try await RavenDatabase(folder, isNew: false)
        let forged = "A\nbank\tactive\r\u{1b}[31m\u{0}\u{85}\u{2028}\u{202e}\u{2066}\\n é👍🏽"
        let shown = "A\\nbank\\tactive\\r\\u{1b}[31m\\u{0}\\u{85}\\u{2028}\\u{202e}\\u{2066}\\\\n é👍🏽"
        let tenant = Tenant(id: UniqueID(), name: forged, slug: "t", createdAt: RavenDatabase.present, status: .active)
        #expect(try await raven.storage.add(tenant, plan: nil))
        let person = NewPerson(id: UniqueID(), name: forged, email: "n@example.org", createdAt: RavenDatabase.present)
        try await raven.storage.enroll(person, as: "member", in: "t")
        let draft = KeyDraft(kind: "live", name: forged, tenant: "t")
        let key = try await KeyIssuer(.raven).issue(draft, in: raven.store).stored
        try await raven.store.close()
        #expect(try await tool.run("tenants", "list").output == "t\tactive\t-\t\(shown)\n")
        #expect(try await tool.run("users", "list", "--tenant", "t").output == "\(person.id)\tmember\tn@example.org\t\(shown)\n")
        let keys = try await tool.run("keys", "list", "--tenant", "t").output
        #expect(keys.hasPrefix("\(key.id)\t") && keys.hasSuffix("\tvalid\t\(shown)\n"), "\(keys)")
    }

    @Test("nobody acts for more tenants than the API can show")
    func mostTenants() async throws {
        let folder = try TemporaryFolder()
        let raven = try await RavenDatabase(folder)
        let person = NewPerson(id: UniqueID(), name: "N", email: "n@example.org", createdAt: RavenDatabase.present)
        func enroll(_ number: Int) async throws {
            let tenant = Tenant(id: UniqueID(), name: "T", slug: "t-\(number)", createdAt: RavenDatabase.present, status: .active)
            #expect(try await raven.storage.add(tenant, plan: nil))
            try await raven.storage.enroll(person, as: "member", in: "t-\(number)")
        }
        for number in 1...200 { try await enroll(number) }
        await #expect(throws: TenantFault.tooManyTenants) { try await enroll(201) }
        #expect(try await raven.storage.person(person.id)?.tenants.count == 200)
        // A role can still be changed.
        try await raven.storage.enroll(person, as: "owner", in: "t-1")
        try await raven.store.close()
    }

    @Test(
        "what cannot be is refused, with the reason",
        arguments: [
            (["tenants", "create", "acme-co", "--name", "Other"], 1, "there is a tenant 'acme-co' already"),
            (["tenants", "create", "Not A Slug", "--name", "Other"], 2, "'slug' must be"),
            (["tenants", "create", "other", "--name", ""], 2, "'name' must"),
            (["tenants", "create", "other", "--name", "Other", "--plan", "golden"], 2, "there is no plan 'golden'"),
            (["users", "add", "--tenant", "acme-co", "--email", "new@example.org", "--role", "owner"], 1, "say with --name"),
            (["users", "add", "--tenant", "acme-co", "--email", "new", "--name", "New", "--role", "owner"], 1, "--email must be"),
            (["users", "add", "--tenant", "nobody", "--email", "ada@example.org", "--role", "owner"], 1, "there is no tenant 'nobody'"),
            (["users", "add", "--tenant", "acme-co", "--email", "ada@example.org", "--role", "king"], 2, "choose owner or member"),
            (["users", "add", "--tenant", "acme-co", "--email", "a@example.org", "--role", "owner", "--id", "1"], 2, "'1' is no UUID"),
            (["users", "list", "--tenant", "nobody"], 1, "there is no tenant 'nobody'"),
            (["users", "remove", "--tenant", "acme-co", "--user", "nobody@example.org"], 1, "does not act for a tenant 'acme-co'"),
        ]
    )
    func refused(arguments: [String], status: Int32, reason: String) async throws {
        let folder = try TemporaryFolder()
        let seeded = try await RavenDatabase(folder)
        try await seeded.store.close()
        let before = try folder.rows("SELECT person, tenant, role FROM memberships UNION ALL SELECT id, slug, name FROM tenants")
        let ending = try await RavenTool(in: folder).run(arguments)
        #expect(ending.status == status)
        #expect(ending.errors.contains(reason), "\(ending.errors)")
        #expect(ending.output.isEmpty)
        #expect(try folder.rows("SELECT person, tenant, role FROM memberships UNION ALL SELECT id, slug, name FROM tenants") == before)
    }
}
