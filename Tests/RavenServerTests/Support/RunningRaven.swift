import CharterBearer
import CharterRuntime
import CharterServer
import CharterService
import Logging
import RavenAPIClient
import RavenModels
import RavenServer
import RunningPrograms
import Synchronization

/// Raven Cloud at a port of this machine, over a database file.
///
/// It runs until the test lets go of it.
final class RunningRaven: Sendable {
    let folder: TemporaryFolder
    let secret: ServiceSecret
    /// Where the API is, base path included.
    let baseURL: String
    /// What a checker must know; nil unless it is a demonstration.
    let fixtures: Fixtures?
    private let serving: Task<Void, any Error>

    /// Starts a demonstration with the data set.
    static func demonstration() async throws -> RunningRaven {
        try await RunningRaven(in: TemporaryFolder(), demonstration: .init())
    }

    /// Starts on the database of a folder.
    init(
        in folder: TemporaryFolder,
        secret: ServiceSecret = .random(),
        tokens: TokenAuthority? = nil,
        demonstration: ServeSettings.Demonstration? = nil
    ) async throws {
        let settings = ServeSettings(secret: secret, tokens: tokens, demonstration: demonstration)
        let quiet = Logger(label: "raven") { _ in SwiftLogNoOpLogHandler() }
        let (begun, beginning) = AsyncThrowingStream<ListeningService, any Error>.makeStream()
        await Places.ofServers.enter()
        let serving = Task {
            // Its place is free when all that it opened is closed.
            defer { Places.ofServers.leave() }
            do {
                let server = try ServiceServer<RavenCloud>(database: folder.database, settings, logger: quiet)
                try await server.run(endingAt: []) { beginning.yield($0) }
            } catch {
                beginning.finish(throwing: error)
                throw error
            }
        }
        var listening: ListeningService?
        for try await service in begun {
            listening = service
            break
        }
        guard let listening else { throw CancellationError() }
        self.folder = folder
        self.secret = secret
        self.serving = serving
        baseURL = listening.baseURL
        fixtures = listening.fixtures
    }

    /// Ends it, and waits until nothing of it runs any more.
    func end() async {
        serving.cancel()
        _ = await serving.result
    }

    deinit {
        serving.cancel()
    }
}

extension RunningRaven {
    /// A service of a tenant, with a key of the fixtures.
    func service(_ tenant: String = "acme-co", state: Fixtures.State = .valid) throws -> RavenClient<LiveKey> {
        try service(key: credential("live", of: tenant, state: state).headers["X-Raven-Key"] ?? "")
    }

    func service(key: String) throws -> RavenClient<LiveKey> {
        RavenClient(key: try LiveKey(key), baseURL: baseURL)
    }

    /// A person with a role in a tenant, with a token of the fixtures.
    func person(_ role: String = "owner", of tenant: String = "acme-co", in other: String? = nil) throws -> RavenClient<PersonToken> {
        let field = try credential("person", of: tenant, role: role).headers["Authorization"] ?? ""
        return try person(token: String(field.dropFirst("Bearer ".count)), in: other ?? tenant)
    }

    func person(token: String, in tenant: String?) throws -> RavenClient<PersonToken> {
        RavenClient(key: try PersonToken(token), tenant: tenant, appName: "tests", baseURL: baseURL)
    }

    /// A credential of the fixtures.
    func credential(
        _ kind: String,
        of tenant: String,
        role: String? = nil,
        state: Fixtures.State = .valid
    ) throws -> Fixtures.Credential {
        let all = fixtures?.credentials ?? []
        let found = all.first { entry in
            entry.kind == kind && entry.tenant == tenant && entry.state == state && (role == nil || entry.roles == role.map { [$0] })
        }
        guard let found else { throw MissingCredential(kind: kind, tenant: tenant, role: role) }
        return found
    }

    /// A parameter value of the fixtures.
    func parameter(_ endpoint: String, of tenant: String) -> UniqueID {
        fixtures?.parameters[tenant]?[endpoint]?["id"].flatMap { UniqueID($0) } ?? UniqueID()
    }

    struct MissingCredential: Error {
        let kind: String
        let tenant: String
        let role: String?
    }
}
