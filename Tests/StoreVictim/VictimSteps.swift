import Foundation
import Synchronization

/// The steps of one call after the other, each of which is said, and at one of which the process kills itself.
final class VictimSteps: Sendable {
    /// Such as `remembered 3`.
    private let end: String?
    private let number = Mutex(0)

    init(end: String?) {
        self.end = end
    }

    /// Goes on to a call.
    func begin(_ number: Int) {
        self.number.withLock { $0 = number }
    }

    /// Says a step, and ends the process if it is the last one.
    func come(to point: String, _ more: String? = nil) {
        let step = "\(point) \(number.withLock(\.self))"
        // Written at once: a line must be out before the process is.
        FileHandle.standardOutput.write(Data("\(step)\(more.map { " \($0)" } ?? "")\n".utf8))
        if step == end { kill(getpid(), SIGKILL) }
    }
}
