/// A server that checks take turns with.
actor TakenServer {
    private let suite: ConformanceSuite
    private var turns: ServerTurns
    private var isTaken = false
    private var waiting: [CheckedContinuation<Void, Never>] = []

    init(_ suite: ConformanceSuite) {
        self.suite = suite
        turns = ServerTurns(suite.control)
    }

    /// Carries out a check while no other one is, on data as they were in the beginning where that is possible.
    ///
    /// - Throws: what keeps the server from being put back.
    func run(_ check: Check) async throws -> CheckResult {
        await enter()
        defer { leave() }
        try await prepare()
        let result = await suite.run(check)
        turns.end(check, result)
        return result
    }

    private func prepare() async throws {
        var turns = turns
        try await turns.prepare()
        self.turns = turns
    }

    private func enter() async {
        guard isTaken else {
            isTaken = true
            return
        }
        await withCheckedContinuation { waiting.append($0) }
    }

    private func leave() {
        if waiting.isEmpty { isTaken = false } else { waiting.removeFirst().resume() }
    }
}
