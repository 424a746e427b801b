/// Lets a few tests at a time have a server: each has a hundred files and sockets open, and all at once would have more than `Process` of Foundation can start another
/// process beside.
actor ServerPlaces {
    static let shared = ServerPlaces()

    private var free = 3
    private var waiting: [CheckedContinuation<Void, Never>] = []

    /// Does something while it has a place.
    func hold<Result: Sendable>(_ body: @Sendable () async throws -> Result) async throws -> Result {
        await enter()
        defer { leave() }
        return try await body()
    }

    private func enter() async {
        if free > 0 {
            free -= 1
        } else {
            await withCheckedContinuation { waiting.append($0) }
        }
    }

    private func leave() {
        if waiting.isEmpty { free += 1 } else { waiting.removeFirst().resume() }
    }
}
