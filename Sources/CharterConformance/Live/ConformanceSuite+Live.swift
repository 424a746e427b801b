public import CharterRuntime

extension ConformanceSuite {
    /// Carries out one check: on the server that the environment names, or else on one that is started for it.
    ///
    /// The variables are `<API>_FIXTURES`, the file that says what exists on the server, and `<API>_BASE_URL`, its address where that is not the one of the file; `<API>`
    /// is the API's name in upper case. Checks on such a server are carried out one after the other. One that can be reset is so before each, which then finds the data as
    /// it was in the beginning; on others, checks find what those before them did.
    ///
    /// - Throws: what `start` throws; ``LiveServerFault`` for variables that name no server.
    public static func run(
        _ check: Check,
        on endpoint: APIDescription.Endpoint,
        of api: APIDescription,
        starting start: () async throws -> ServerUnderTest
    ) async throws -> CheckResult {
        guard let live = try LiveServers.server(of: api) else {
            return await ConformanceSuite(api, server: try await start()).run(check, on: endpoint)
        }
        return try await live.alone { await ConformanceSuite(api, server: $0).run(check, on: endpoint) }
    }
}
