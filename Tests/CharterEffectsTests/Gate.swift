import Synchronization

/// Holds everybody up until it is opened.
final class Gate: Sendable {
    private let state = Mutex(State())

    private struct State {
        var isOpen = false
        /// How many have come.
        var count = 0
        var held: [CheckedContinuation<Void, Never>] = []
        /// Who waits for somebody to come.
        var arrivals: [CheckedContinuation<Void, Never>] = []
    }

    /// Waits until the gate is open.
    func pass() async {
        await withCheckedContinuation { turn in
            let resumed: [CheckedContinuation<Void, Never>] = state.withLock { state in
                state.count += 1
                let arrivals = state.arrivals
                state.arrivals = []
                guard !state.isOpen else { return arrivals + [turn] }
                state.held.append(turn)
                return arrivals
            }
            for one in resumed { one.resume() }
        }
    }

    /// Waits until somebody has come.
    func arrival() async {
        await withCheckedContinuation { turn in
            let hasCome = state.withLock { state in
                guard state.count == 0 else { return true }
                state.arrivals.append(turn)
                return false
            }
            if hasCome { turn.resume() }
        }
    }

    /// Lets everybody pass from now on.
    func open() {
        let held = state.withLock { state in
            state.isOpen = true
            defer { state.held = [] }
            return state.held
        }
        for turn in held { turn.resume() }
    }
}
