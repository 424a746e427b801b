import Hummingbird

/// How long a request may take, from the first check to the reply: 408.
///
/// What works on the request is cancelled when the time is over, and waited for: who is told that the request took too long can rely on nothing having been done
/// behind that word. A handler that takes no notice holds up its reply, and what it has answered nevertheless is sent, for it was done.
struct TimeLimit: Sendable {
    /// At least 1.
    let seconds: Int
    /// Lets time pass, unless it is cancelled.
    let sleep: @Sendable (Duration) async throws -> Void

    /// Answers a request.
    ///
    /// - Throws: ``Refusal`` (408) when the time is over; whatever `answer` throws before.
    func limit(_ answer: @escaping @Sendable () async throws -> Response) async throws -> Response {
        try await withThrowingTaskGroup(of: Response?.self) { group in
            group.addTask { try await answer() }
            group.addTask { [self] in
                try? await sleep(.seconds(seconds))
                return nil
            }
            defer { group.cancelAll() }
            if let response = try await group.next() ?? nil { return response }
            group.cancelAll()
            if let late = try? await group.next() ?? nil { return late }
            throw Refusal.requestTimeout(seconds: seconds)
        }
    }
}
