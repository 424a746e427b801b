import Synchronization

/// Lets a few in at once, and has the others wait for their turn.
///
/// A server has some hundred files and sockets open: all tests at once would have more of them than `Process` of Foundation can start another
/// process beside.
package final class Places: Sendable {
    /// Those of the servers that tests run in this process.
    package static let ofServers = Places(6)

    private let line: Mutex<Line>

    private struct Line {
        var free: Int
        var waiting: [CheckedContinuation<Void, Never>] = []
    }

    package init(_ count: Int) {
        line = Mutex(Line(free: count))
    }

    /// Waits for a place; ``leave()`` must follow.
    package func enter() async {
        await withCheckedContinuation { turn in
            let isFree = line.withLock { line in
                guard line.free > 0 else {
                    line.waiting.append(turn)
                    return false
                }
                line.free -= 1
                return true
            }
            if isFree { turn.resume() }
        }
    }

    /// Lets the next one in.
    package func leave() {
        let next = line.withLock { line -> CheckedContinuation<Void, Never>? in
            guard !line.waiting.isEmpty else {
                line.free += 1
                return nil
            }
            return line.waiting.removeFirst()
        }
        next?.resume()
    }
}
