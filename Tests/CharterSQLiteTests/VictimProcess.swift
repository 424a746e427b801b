import RunningPrograms

/// A process that writes into a store, and may be ended at any moment.
struct VictimProcess {
    let arguments: [String]

    /// Runs it to its end.
    ///
    /// - Parameter lines: How many lines it may say before it is killed; nil to let it be.
    func run(killAfter lines: Int? = nil) async throws -> ProgramEnding {
        let victim = try await RunningProgram("StoreVictim", arguments)
        var said = 0
        for await _ in victim.lines {
            said += 1
            if said == lines { victim.kill() }
        }
        return try await victim.ending
    }
}
