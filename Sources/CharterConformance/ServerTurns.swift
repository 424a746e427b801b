/// Puts a server back before a check, where one before it has left something behind.
///
/// Nobody knows what was done with a server before the first check, so that it counts as used.
struct ServerTurns {
    private let control: ServerControl?
    private var isUsed = true

    init(_ control: ServerControl?) {
        self.control = control
    }

    /// Sees to it that the data are as in the beginning, as far as the server lets one.
    ///
    /// - Throws: what the server answers that cannot be put back.
    mutating func prepare() async throws {
        guard isUsed, let control else { return }
        try await control.reset()
        isUsed = false
    }

    /// Says that a check is over.
    ///
    /// - Parameter wasTouched: Whether anything was sent, or its clock was set.
    mutating func end(_ check: Check, _ result: CheckResult, wasTouched: Bool = true) {
        // What should have been refused and was not may have been done.
        if wasTouched, check.leavesTraces || result.outcome == .failed { isUsed = true }
    }
}
