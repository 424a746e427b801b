import CharterClient
import CharterRuntime
import CharterService
import CobuntuAPIClient
import CobuntuModels
import CobuntuServer
import Foundation
import GRDB
import HTTPTypes
import RunningPrograms
import Testing

/// A demonstration of Cobuntu that listens on a socket of this machine, on a database file of its own.
struct RunningCobuntu: Sendable {
    let fixtures: Fixtures
    let folder: URL
    /// Looks into the database beside the server.
    let database: DatabaseQueue

    /// The community whose data tests work on, and another one.
    var tag: String { fixtures.tenants[0] }
    var otherTag: String { fixtures.tenants[1] }

    var databasePath: String { folder.appending(path: "cobuntu.sqlite").path }

    /// Serves for as long as `body` does.
    static func run(_ body: @escaping @Sendable (RunningCobuntu) async throws -> Void) async throws {
        await Places.ofServers.enter()
        defer { Places.ofServers.leave() }
        try await withFolder { try await serve(in: $0, body) }
    }

    private static func serve(in folder: URL, _ body: @escaping @Sendable (RunningCobuntu) async throws -> Void) async throws {
        let path = folder.appending(path: "cobuntu.sqlite").path
        let server = try ServiceServer<Cobuntu>(database: path, ServeSettings(demonstration: .init()))
        let (beginnings, beginning) = AsyncStream.makeStream(of: ListeningService.self)
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask {
                defer { beginning.finish() }
                // Whoever cancels it has what was wanted.
                do { try await server.run(endingAt: []) { beginning.yield($0) } } catch is CancellationError {}
            }
            let listening = try #require(await beginnings.first { _ in true }, "the server ended before it listened")
            let running = RunningCobuntu(
                fixtures: try #require(listening.fixtures),
                folder: folder,
                database: try DatabaseQueue(path: path)
            )
            try await body(running)
            tasks.cancelAll()
            try await tasks.waitForAll()
        }
    }
}

// MARK: - Callers
extension RunningCobuntu {
    /// A valid key of a kind that holds just one scope.
    func key(_ kind: String, _ scope: String, of tag: String? = nil) throws -> String {
        let entry = fixtures.credentials.first {
            $0.tenant == tag ?? self.tag && $0.kind == kind && $0.scopes == [scope] && $0.state == .valid
        }
        return try #require(entry?.headers["X-API-Key"])
    }

    func publishable() throws -> CobuntuClient<PublishableKey> {
        CobuntuClient(key: try PublishableKey(key("publishable", "READ_PUBLIC")), baseURL: fixtures.baseURL)
    }

    func secret(_ scope: String, of tag: String? = nil) throws -> CobuntuClient<SecretKey> {
        CobuntuClient(key: try SecretKey(key("secret", scope, of: tag)), baseURL: fixtures.baseURL)
    }

    /// The value of a path parameter that exists, such as the identifier of the segment that the fixtures know.
    func value(_ parameter: String, of endpoint: APIDescription.Endpoint, in tag: String? = nil) throws -> String {
        try #require(fixtures.parameters[tag ?? self.tag]?[endpoint.id]?[parameter])
    }

    func id(_ parameter: String, of endpoint: APIDescription.Endpoint, in tag: String? = nil) throws -> UniqueID {
        try #require(UniqueID(try value(parameter, of: endpoint, in: tag)))
    }

    /// The member, the tier and the segment that the fixtures know.
    var member: UniqueID { get throws { try id("userId", of: CobuntuEndpoints.kickMember) } }
    var tier: UniqueID { get throws { try id("tierId", of: CobuntuEndpoints.getTierForm) } }
    var segment: UniqueID { get throws { try id("id", of: CobuntuEndpoints.submitSegmentForm) } }
    var application: UniqueID { get throws { try id("id", of: CobuntuEndpoints.approveApplication) } }
    var event: String { get throws { try value("slug", of: CobuntuEndpoints.getEvent) } }
}

// MARK: - Control
extension RunningCobuntu {
    /// Lets time pass.
    func advance(bySeconds seconds: Int) async throws {
        let control = try #require(fixtures.control)
        let reply = try await post(control.advanceClock, #"{"seconds": \#(seconds)}"#)
        #expect(reply.head.status == .ok)
    }

    /// Puts the data back.
    func reset() async throws {
        let control = try #require(fixtures.control)
        let reply = try await post(control.reset, "")
        #expect(reply.head.status == .noContent)
    }

    func post(_ address: String, _ body: String) async throws -> HTTPReply {
        let url = try #require(URL(string: address))
        let authority = "\(try #require(url.host())):\(try #require(url.port))"
        let request = HTTPRequest(method: .post, scheme: "http", authority: authority, path: url.path())
        return try await HTTPClientTransport.shared.send(request, body: Array(body.utf8))
    }

    /// Everything that stands in the database but when keys were used, row by row.
    func contents() throws -> [String] {
        try database.contents()
    }

    func count(_ sql: String, _ arguments: StatementArguments = []) throws -> Int {
        try database.read { try Int.fetchOne($0, sql: sql, arguments: arguments) ?? 0 }
    }
}

extension DatabaseReader {
    /// Everything that stands in the database but when keys were used, row by row.
    func contents() throws -> [String] {
        try read { database in
            let tables = try String.fetchAll(
                database,
                sql:
                    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'charter_keys' ORDER BY name"
            )
            return try tables.flatMap { table in
                try Row.fetchAll(database, sql: "SELECT * FROM \(table)").map { row in "\(table): \(row.databaseValues)" }.sorted()
            }
        }
    }
}

/// The status and the code of the error with which a call fails, as `409 already-banned`; nil for one that does not.
func refusal<Value>(_ call: () async throws(ClientError) -> Value) async -> String? {
    do throws(ClientError) {
        _ = try await call()
        return nil
    } catch .refused(let status, let problem, _) {
        return "\(status) \(problem.code)"
    } catch {
        return error.description
    }
}
