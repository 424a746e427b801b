import CharterClient
import CharterConformance
import CharterRuntime
import CobuntuAPIClient
import CobuntuModels
import Foundation
import HTTPTypes
import RunningPrograms
import Testing

@Suite("The demonstration")
struct DemoTests {
    @Test("conforms to the contract over a socket, and nothing is unchecked that a quiet machine checks")
    func conforms() async throws {
        try await RunningCobuntu.run { cobuntu in
            let server = ServerUnderTest(transport: HTTPClientTransport.shared, fixtures: cobuntu.fixtures)
            let document = URL(fileURLWithPath: #filePath)
                .appending(path: "../../../spec/published/cobuntu/\(APIDescription.cobuntu.version)/openapi.json").standardized
            let suite = ConformanceSuite(.cobuntu, server: server, document: Array(try Data(contentsOf: document)))
            let results = try await suite.run()
            for result in results where result.outcome == .failed {
                Issue.record("\(result.name): \(result.expected), but \(result.actual)")
            }
            // A busy machine may be too slow to reach what is allowed within seconds.
            let hurried = APIDescription.cobuntu.limits.filter { $0.seconds.map { $0 <= 60 } ?? false }.map(\.name)
            let unchecked = results.filter { result in
                result.outcome == .unchecked && !hurried.contains { result.name.split(separator: "/").contains(Substring($0)) }
            }
            #expect(unchecked.map { "\($0.name): \($0.actual)" } == [])
            #expect(results.count { $0.outcome == .passed } >= 1_300)
        }
    }

    @Test("says within a second where it is, and writes its fixtures; afterwards nothing is left of it")
    func process() async throws {
        try await withFolder { folder in
            let file = folder.appending(path: "fixtures.json")
            let start = ContinuousClock.now
            let server = try await CobuntuProcess.begin(["serve", "--demo", "--fixtures", file.path], environment: ["TMPDIR": folder.path])
            let baseURL = try await server.firstLine
            print("ready after", ContinuousClock.now - start)
            let fixtures = try JSONCoding.decode(Fixtures.self, from: Array(Data(contentsOf: file)))
            let access = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int
            #expect(access == 0o600)
            #expect(fixtures.baseURL == baseURL)
            #expect(fixtures.tenants.count == 2)
            #expect(Set(fixtures.parameters.keys) == Set(fixtures.tenants))
            for tenant in fixtures.tenants {
                let own = fixtures.credentials.filter { $0.tenant == tenant }
                #expect(own.filter { $0.state == .valid }.map { [$0.kind] + $0.scopes } == Self.validKeys)
                #expect(own.filter { $0.state != .valid }.map { "\($0.kind) \($0.state.rawValue)" } == Self.keysThatAreOver)
                #expect(Set(fixtures.parameters[tenant]?.keys ?? [:].keys) == Set(CobuntuEndpoints.all.map(\.id)))
                for endpoint in CobuntuEndpoints.all {
                    let names = Set((endpoint.pathParameters + endpoint.queryParameters).map(\.name))
                    #expect(Set(fixtures.parameters[tenant]?[endpoint.id]?.keys ?? [:].keys) == names)
                }
            }
            server.terminate()
            let ending = try await server.ending
            #expect(ending.status == 0)
            #expect(ending.lines.count == 3)
            for (line, prefix) in zip(ending.lines.dropFirst(), ["pk_live_", "sk_live_"]) {
                #expect(line.hasPrefix("curl -H 'X-API-Key: \(prefix)") && line.contains(" '\(baseURL)/"), "\(line)")
            }
            let rest = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            #expect(rest == ["fixtures.json"])
        }
    }

    private static let validKeys = [
        ["publishable", "READ_PUBLIC"], ["secret", "READ_PUBLIC"], ["secret", "WRITE_MEMBERS"], ["secret", "WRITE_SALES"],
        ["secret", "WRITE_BROADCASTS"], ["secret", "ADMIN"],
    ]
    private static let keysThatAreOver = ["publishable revoked", "publishable expired", "secret revoked", "secret expired"]

    @Test("is put back as it was, whatever was done")
    func reset() async throws {
        try await RunningCobuntu.run { cobuntu in
            let before = try cobuntu.contents()
            let (tag, client) = (cobuntu.tag, try cobuntu.secret("ADMIN"))
            _ = try await client.banMember(tag: tag, userId: cobuntu.member, body: BanRequest())
            let new = BroadcastCreate(segmentId: try cobuntu.segment, subject: "Hello", text: "Hello")
            let broadcast = try await client.sendBroadcast(tag: tag, body: new)
            _ = try await client.approveApplication(tag: tag, id: cobuntu.application, body: ApplicationDecision())
            try await cobuntu.waitUntilSent(broadcast.id)
            #expect(try cobuntu.contents() != before)
            // A second one is on its way when all is put back.
            _ = try await client.sendBroadcast(tag: tag, body: new)
            try await cobuntu.reset()
            #expect(try cobuntu.contents() == before)
            #expect(!FileManager.default.fileExists(atPath: cobuntu.folder.appending(path: "spool").path))
        }
    }

    @Test("touches nothing outside of its own folder, whatever the environment names")
    func foreignSpool() async throws {
        try await withFolder { folder in
            let (spool, file) = (folder.appending(path: "spool-in-use"), folder.appending(path: "fixtures.json"))
            try FileManager.default.createDirectory(at: spool, withIntermediateDirectories: true)
            try Data("kept".utf8).write(to: spool.appending(path: "mail.eml"))
            let temporary = folder.appending(path: "tmp")
            try FileManager.default.createDirectory(at: temporary, withIntermediateDirectories: true)
            let environment = ["COBUNTU_SPOOL": spool.path, "TMPDIR": temporary.path]
            let server = try await CobuntuProcess.begin(["serve", "--demo", "--fixtures", file.path], environment: environment)
            _ = try await server.firstLine
            let fixtures = try JSONCoding.decode(Fixtures.self, from: Array(Data(contentsOf: file)))
            let control = try #require(fixtures.control)
            let url = try #require(URL(string: control.reset))
            let authority = "\(try #require(url.host())):\(try #require(url.port))"
            let request = HTTPRequest(method: .post, scheme: "http", authority: authority, path: url.path())
            #expect(try await HTTPClientTransport.shared.send(request, body: []).head.status == .noContent)
            server.terminate()
            #expect(try await server.ending.status == 0)
            #expect(try FileManager.default.contentsOfDirectory(atPath: spool.path) == ["mail.eml"])
        }
    }

    @Test("says in its own words where its fixtures cannot be written")
    func noFolder() async throws {
        try await withFolder { folder in
            let file = folder.appending(path: "nope/fixtures.json")
            let server = try await CobuntuProcess.run(["serve", "--demo", "--fixtures", file.path], environment: ["TMPDIR": folder.path])
            #expect(server.status == 3)
            let line = "error: '\(file.path)' cannot be written: No such file or directory; make its folder first\n"
            #expect(server.errors.hasSuffix(line), "\(server.errors)")
        }
    }

    @Test("takes no time that is none", arguments: ["", "{}", #"{"seconds": -1}"#, #"{"seconds": 1e99}"#, #"{"seconds": "1"}"#, "[]"])
    func clock(body: String) async throws {
        try await RunningCobuntu.run { cobuntu in
            let reply = try await cobuntu.post(try #require(cobuntu.fixtures.control).advanceClock, body)
            #expect(reply.head.status == .badRequest)
        }
    }

    @Test("keys that are over are told from those that are not")
    func keysThatAreOver() async throws {
        try await RunningCobuntu.run { cobuntu in
            for entry in cobuntu.fixtures.credentials where entry.kind == "secret" && entry.state != .valid {
                let client = CobuntuClient(key: try SecretKey(try #require(entry.headers["X-API-Key"])), baseURL: cobuntu.fixtures.baseURL)
                let refusal = await refusal { () throws(ClientError) in try await client.listEvents(tag: entry.tenant).first() }
                #expect(refusal == "401 credential-\(entry.state.rawValue)")
            }
        }
    }

    @Test("only a demonstration can be steered")
    func noControl() async throws {
        try await withFolder { folder in
            let path = folder.appending(path: "cobuntu.sqlite").path
            let server = try await CobuntuProcess.begin(["serve", "--port", "0", "--database", path])
            let url = try #require(URL(string: try await server.firstLine))
            let authority = "\(try #require(url.host())):\(try #require(url.port))"
            for path in ["/control/reset", "/control/clock"] {
                let request = HTTPRequest(method: .post, scheme: "http", authority: authority, path: path)
                #expect(try await HTTPClientTransport.shared.send(request, body: []).head.status == .notFound)
            }
            let health = HTTPRequest(method: .get, scheme: "http", authority: authority, path: "/healthz")
            #expect(try await HTTPClientTransport.shared.send(health, body: []).head.status == .ok)
            server.terminate()
            #expect(try await server.ending.status == 0)
        }
    }
}
