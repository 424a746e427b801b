public import CharterRuntime

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Carries out the checks of generated tests: in this process, or against a server that the environment names.
///
/// In this process, checks that leave something behind have a server of their own, and the others share one. A server elsewhere is asked by one
/// check at a time, and put back before a check where one before it has left something behind.
public actor ConformanceTests {
    private let api: APIDescription
    private let checks: [String: Check]
    private let start: @Sendable () async throws -> ServerUnderTest
    private let live: Result<TakenServer?, any Error>
    /// The server that checks share which leave nothing behind.
    private var shared: Task<ConformanceSuite, any Error>?
    /// A server that was started and can be put back from outside, which checks share that leave something behind.
    private var resettable: TakenServer?

    /// Creates the tests of an API.
    ///
    /// - Parameters:
    ///   - environment: What the names of the environment variables begin with, that of the file with the fixtures ending in `_FIXTURES`, and that
    ///     of the address, if it is another one than theirs, in `_BASE_URL`.
    ///   - transport: What carries requests to a server elsewhere.
    ///   - start: Starts a server with data to test.
    public init(
        _ api: APIDescription,
        environment: String,
        over transport: any HTTPTransport,
        start: @escaping @Sendable () async throws -> ServerUnderTest
    ) {
        self.init(api, environment: environment, in: ProcessInfo.processInfo.environment, over: transport, start: start)
    }

    init(
        _ api: APIDescription,
        environment: String,
        in variables: [String: String],
        over transport: any HTTPTransport,
        start: @escaping @Sendable () async throws -> ServerUnderTest
    ) {
        self.api = api
        self.start = start
        checks = Dictionary(api.conformanceChecks.map { ($0.name, $0) }) { first, _ in first }
        live = Result {
            try Fixtures(ofVariables: environment, in: variables).map { fixtures in
                TakenServer(ConformanceSuite(api, server: ServerUnderTest(transport: transport, fixtures: fixtures), bounds: .none))
            }
        }
    }

    /// Carries out the check of that name.
    ///
    /// - Throws: ``UnknownCheck``, and what keeps a server from starting.
    public func run(_ name: String) async throws -> CheckResult {
        guard let check = checks[name] else { throw UnknownCheck(name: name) }
        if let server = try live.get() { return try await server.run(check) }
        guard !check.leavesTraces else { return try await runLeavingTraces(check) }
        let task = shared ?? Task { [api, start] in ConformanceSuite(api, server: try await start(), bounds: .none) }
        shared = task
        return await (try await task.value).run(check)
    }

    /// Carries out a check on a server of its own, or on one that can be put back from outside.
    private func runLeavingTraces(_ check: Check) async throws -> CheckResult {
        if let resettable { return try await resettable.run(check) }
        let server = try await start()
        let suite = ConformanceSuite(api, server: server, bounds: .none)
        guard server.fixtures.control != nil else { return await suite.run(check) }
        let taken = resettable ?? TakenServer(suite)
        resettable = taken
        return try await taken.run(check)
    }
}

/// A generated test names a check that there is not: the tests were generated from another contract, or for another version of the checks.
public struct UnknownCheck: Error, CustomStringConvertible {
    /// The name of the check.
    public let name: String

    /// What is wrong and how to mend it.
    public var description: String { "there is no check '\(name)': generate the tests again with 'charter generate'" }
}
