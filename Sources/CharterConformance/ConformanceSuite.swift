public import CharterRuntime

/// Holds a running server to what its API documents, from outside: by its replies alone.
public struct ConformanceSuite: Sendable {
    private let api: APIDescription
    private let server: ServerUnderTest
    private let seed: UInt64
    private let document: [UInt8]?
    private let budget: RunBudget
    private let redaction: Redaction
    private let limitRefusals: LimitRefusals
    private let destroyed = DestroyedThings()

    /// Creates the checks of an API for one server.
    ///
    /// - Parameters:
    ///   - seed: Chooses among the values that a check may try; equal seeds send equal requests, but for idempotency keys: those are new in every run,
    ///     for a server that remembers them would answer with what it did in an earlier one.
    ///   - document: The published OpenAPI document, which an API that serves its description must serve.
    ///   - bounds: The most that all checks together may ask of the server.
    public init(_ api: APIDescription, server: ServerUnderTest, seed: UInt64 = 0, document: [UInt8]? = nil, bounds: RunBounds = RunBounds())
    {
        self.api = api.withoutTenantParameters
        budget = RunBudget(bounds)
        self.server = server.named(as: api).steered(within: budget)
        self.seed = seed
        self.document = document
        redaction = Redaction(of: self.server.fixtures, in: self.api)
        limitRefusals = LimitRefusals(of: self.api)
    }

    /// What steers the server; nil where nothing does.
    var control: ServerControl? { server.control }

    /// Sends nothing more: what is not checked by then stays unchecked.
    public func interrupt() { budget.interrupt() }

    /// The number of requests that were sent so far.
    public var requests: Int { budget.requests }

    /// The bound at which the run was stopped, as `600 seconds`; nil where it was not.
    public var stop: String? { budget.stop }

    /// Every check that the contract calls for.
    public var checks: [Check] { api.conformanceChecks }

    /// The check of that name, or nil.
    public func check(named name: String) -> Check? {
        let endpoint = api.endpoint(withID: String(name.prefix { $0 != "/" }))
        return endpoint.map(api.conformanceChecks)?.first { $0.name == name }
    }

    /// Carries out one check.
    ///
    /// Checks do not depend on each other and may run in any order. Those that the server should accept really call the endpoint: a
    /// check of `deleteEvent` deletes.
    ///
    /// - Returns: The result; a reply that does not arrive is a failure, and what the fixtures lack leaves the check unchecked.
    public func run(_ check: Check) async -> CheckResult {
        let probe = EndpointProbe(api: api, endpoint: check.endpoint, fixtures: server.fixtures, seed: seed, document: document)
        do throws(MissingFixture) {
            let cleanUp = server.control == nil ? CleanUp(probe, noting: destroyed) : nil
            let exchanger = try Exchanger(
                server,
                redaction: redaction,
                limitRefusals: limitRefusals,
                publishedAt: api.servers,
                budget: budget,
                cleanUp: cleanUp
            )
            let observation: Observation
            do throws(MissingFixture) {
                // What the fixtures name is there once, and what is deleted cannot be put back.
                let probe = server.control == nil ? await probe.withThingToDelete(through: exchanger) : probe
                observation = try await check.procedure(probe).carryOut(through: exchanger)
            } catch {
                await cleanUp?.carryOut(through: exchanger)
                throw error
            }
            await cleanUp?.carryOut(through: exchanger)
            if !observation.isAsExpected, let lack = cleanUp?.lack { throw lack }
            return CheckResult(check, observation: observation, exchanger: exchanger)
        } catch {
            return CheckResult(check, lacking: error, redaction: redaction)
        }
    }

    /// Carries out the checks of some families one after the other.
    ///
    /// - Parameter report: Is given each result as it comes.
    /// - Throws: what keeps a server from being put back, which makes all that follows worthless: it is reported as unchecked.
    public func run(
        only families: Set<CheckFamily> = Set(CheckFamily.allCases),
        report: (CheckResult) -> Void = { _ in }
    ) async throws -> [CheckResult] {
        try await run(checks.filter { families.contains($0.family) }, report: report)
    }

    /// Carries out some checks one after the other, and puts the server back after those that leave traces.
    ///
    /// - Parameter report: Is given each result as it comes.
    /// - Throws: what keeps a server from being put back, which makes all that follows worthless: it is reported as unchecked.
    public func run(_ checks: [Check], report: (CheckResult) -> Void = { _ in }) async throws -> [CheckResult] {
        var results: [CheckResult] = []
        var turns = ServerTurns(server.control)
        for (number, check) in checks.enumerated() {
            do {
                try await turns.prepare()
            } catch {
                let lack = MissingFixture(unfit: "the server cannot be put back as it was: \(error)")
                for check in checks[number...] { report(CheckResult(check, lacking: lack, redaction: redaction)) }
                throw error
            }
            let before = budget.touches
            let result = await run(check)
            turns.end(check, result, wasTouched: budget.touches > before)
            report(result)
            results.append(result)
        }
        try await turns.prepare()
        return results
    }
}
