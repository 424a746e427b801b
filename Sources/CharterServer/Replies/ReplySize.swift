import Synchronization

/// The size of an endpoint's last reply, by which room for the next one is made.
final class ReplySize: Sendable {
    private let last = Atomic<Int>(512)

    /// A little more than the last reply had, in bytes.
    var expected: Int {
        let last = last.load(ordering: .relaxed)
        return last + last / 16
    }

    /// Notes the size of a reply.
    func note(_ size: Int) {
        if last.load(ordering: .relaxed) != size { last.store(size, ordering: .relaxed) }
    }
}
