import CharterClient
import CharterRuntime
import CobuntuAPIClient
import CobuntuModels
import Foundation
import RunningPrograms
import Testing

@Suite("The command line")
struct CommandTests {
    @Test("a key is made, listed and taken back, also from a server that runs")
    func keys() async throws {
        try await withFolder { folder in
            let database = ["--database", folder.appending(path: "cobuntu.sqlite").path]
            let tenant = ["--tenant", "my-community"]
            #expect(try await CobuntuProcess.run(["seed"] + database).status == 0)
            let created = try await CobuntuProcess.run(
                ["keys", "create", "--kind", "publishable", "--scope", "READ_PUBLIC", "--name", "site"] + database + tenant
            )
            #expect(created.status == 0, "\(created.errors)")
            let text = created.output.trimmingCharacters(in: .newlines)
            let listed = try await CobuntuProcess.run(["keys", "list"] + database + tenant)
            let columns = listed.output.trimmingCharacters(in: .newlines).components(separatedBy: "\t")
            #expect(columns.count == 6)
            #expect(columns[2...] == ["publishable", "READ_PUBLIC", "valid", "site"])
            #expect(text.hasPrefix(columns[1].dropLast()))
            #expect(!listed.output.contains(text))

            let server = try await CobuntuProcess.begin(["serve", "--port", "0"] + database)
            let client = CobuntuClient(key: try PublishableKey(text), baseURL: try await server.firstLine)
            #expect(try await client.listEvents(tag: "my-community").first().total == 14)
            #expect(try await CobuntuProcess.run(["keys", "revoke", columns[0]] + database + tenant).status == 0)
            #expect(
                await refusal { () throws(ClientError) in try await client.listEvents(tag: "my-community").first() }
                    == "401 credential-revoked"
            )
            server.terminate()
            #expect(try await server.ending.status == 0)
        }
    }

    @Test(
        "what cannot be is refused, with the reason",
        arguments: [
            (["keys", "create", "--kind", "secret", "--tenant", "nowhere", "--scope", "ADMIN"], 1, "there is no community 'nowhere'"),
            (
                ["keys", "create", "--kind", "publishable", "--tenant", "my-community", "--scope", "ADMIN"], 1,
                "cannot hold the scopes 'ADMIN'"
            ),
            (["keys", "create", "--kind", "secret", "--scope", "ADMIN"], 2, "--tenant"),
            (["keys", "revoke", "no-such-key", "--tenant", "my-community"], 1, "community 'my-community' has no key 'no-such-key'"),
            (["keys", "revoke", "no-such-key"], 1, "there is no key 'no-such-key'"),
            (["keys", "create", "--kind", "secret", "--tenant", "my-community"], 2, "--scope"),
            (["keys", "list"], 2, "--tenant"),
            (["keys", "list", "--tenant", "nowhere"], 1, "there is no community 'nowhere'"),
            (["seed", "--at", "yesterday"], 2, "'yesterday' is no instant"),
            (["broadcast", "--community", "my-community", "--segment", "1", "--subject", "s", "--text", "t"], 2, "'1' is no UUID"),
            (["serve", "--fixtures", "f.json"], 2, "--fixtures needs --demo"),
            (["serve", "--port", "70000"], 2, "0 to 65535"),
        ]
    )
    func refused(arguments: [String], status: Int32, reason: String) async throws {
        try await withFolder { folder in
            let database = ["--database", folder.appending(path: "cobuntu.sqlite").path]
            if arguments[0] != "seed", arguments[0] != "serve" { _ = try await CobuntuProcess.run(["seed"] + database) }
            let ending = try await CobuntuProcess.run(arguments + database)
            #expect(ending.status == status)
            #expect(ending.errors.contains(reason), "\(ending.errors)")
            #expect(ending.output.isEmpty)
        }
    }

    @Test(
        "what works on a database makes none",
        arguments: [
            ["deliver"], ["keys", "list", "--tenant", "my-community"], ["communities", "list"], ["communities", "export", "my-community"],
            ["rules", "publish", "--community", "my-community"],
        ]
    )
    func noDatabase(arguments: [String]) async throws {
        try await withFolder { folder in
            let ending = try await CobuntuProcess.run(arguments + ["--database", folder.appending(path: "mistyped.sqlite").path])
            #expect(ending.status == 3)
            #expect(ending.errors.contains("there is no database"), "\(ending.errors)")
            let makers = "make one by 'communities import', 'communities create', 'serve' or 'seed'\n"
            #expect(ending.errors.hasSuffix(makers), "\(ending.errors)")
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
        }
    }

    @Test("what could not be delivered is told, and what could is its recipients' alone")
    func undelivered() async throws {
        try await withFolder { folder in
            let database = ["--database", folder.appending(path: "cobuntu.sqlite").path]
            let send = [
                "broadcast", "--community", "my-community", "--segment", "27c21f88-a177-4053-8f7c-e5d4d4f30af9", "--subject", "Hello",
                "--text", "Hello",
            ]
            _ = try await CobuntuProcess.run(["seed"] + database)
            _ = try await CobuntuProcess.run(send + database)
            let blocked = folder.appending(path: "blocked")
            try Data().write(to: blocked)
            let failed = try await CobuntuProcess.run(["deliver"] + database, environment: ["COBUNTU_SPOOL": blocked.path])
            #expect(failed.status == 3)
            #expect(failed.output == "0 delivered\n")
            #expect(failed.errors.contains("error: 24 could not be delivered"), "\(failed.errors)")
            // One of them is told, and how many more.
            let lines = failed.errors.split(separator: "\n")
            #expect(lines.count { $0.contains("An e-mail could not be delivered.") } == 1, "\(failed.errors)")
            #expect(lines.count { $0.contains("for the same reason") && $0.contains("more=23") } == 1, "\(failed.errors)")
            let early = try await CobuntuProcess.run(["deliver"] + database)
            #expect(early.status == 0 && early.output == "0 delivered\n")
            #expect(early.errors.hasPrefix("note: 24 wait to be tried again, the first until 20"), "\(early.errors)")
            _ = try await CobuntuProcess.run(send + database)
            let delivered = try await CobuntuProcess.run(["deliver"] + database)
            #expect(delivered.status == 0, "\(delivered.errors)")
            #expect(delivered.output == "24 delivered\n")
            let spool = folder.appending(path: "spool")
            let names = try FileManager.default.subpathsOfDirectory(atPath: spool.path)
            #expect(names.count == 25)
            for path in [spool] + names.map({ spool.appending(path: $0) }) {
                let access = try FileManager.default.attributesOfItem(atPath: path.path)[.posixPermissions] as? Int
                #expect(access == (path.pathExtension == "eml" ? 0o600 : 0o700), "\(path.path)")
            }
        }
    }

    @Test("a broadcast of the admin side is delivered without a server, and counts")
    func broadcast() async throws {
        try await withFolder { folder in
            let database = ["--database", folder.appending(path: "cobuntu.sqlite").path]
            let send = [
                "broadcast", "--community", "my-community", "--segment", "27c21f88-a177-4053-8f7c-e5d4d4f30af9", "--subject", "Hello",
                "--text", "Hello",
            ]
            _ = try await CobuntuProcess.run(["seed"] + database)
            for _ in 0..<5 {
                let sent = try await CobuntuProcess.run(send + database)
                #expect(sent.status == 0, "\(sent.errors)")
                #expect(sent.output.hasSuffix("\t24 recipients\n"))
            }
            let refused = try await CobuntuProcess.run(send + database)
            #expect(refused.status == 1)
            let left = "error: The quota is used up. Something is left of the limit 'broadcasts' again in "
            #expect(refused.errors.hasPrefix(left) && refused.errors.hasSuffix(" seconds.\n"), "\(refused.errors)")
            let spool = folder.appending(path: "elsewhere")
            #expect(try await CobuntuProcess.run(["deliver"] + database, environment: ["COBUNTU_SPOOL": spool.path]).status == 0)
            let broadcasts = try FileManager.default.contentsOfDirectory(atPath: spool.path)
            #expect(broadcasts.count == 5)
            let mails = try broadcasts.flatMap { try FileManager.default.contentsOfDirectory(atPath: spool.appending(path: $0).path) }
            #expect(mails.count == 120)
        }
    }
}
