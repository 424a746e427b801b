/// Tallies in memory, with the order in which they end.
struct KeptTallies: ~Copyable {
    typealias Place = Dictionary<LimitCount, LimitTally>.Index

    /// How many changes lie between two looks for what has ended.
    ///
    /// Each look drops up to twice as many, so that they go faster than they come.
    static let changesBetweenForgetting = 16

    private var tallies: [LimitCount: LimitTally] = [:]
    /// Each count once, with an instant at or before which its tally does not end.
    private var ends = EndQueue<LimitCount>()
    private var changes = 0

    var count: Int { tallies.count }

    /// Where a tally is kept, until others are added or dropped; nil for one that is not.
    func place(of count: LimitCount) -> Place? {
        tallies.index(forKey: count)
    }

    /// Gives a tally away, so that it is not copied when it is changed; an empty one where none is kept.
    mutating func release(_ place: Place?) -> LimitTally {
        var tally = LimitTally()
        if let place { swap(&tally, &tallies.values[place]) }
        return tally
    }

    /// Takes a tally back to its place.
    mutating func keep(_ tally: inout LimitTally, at place: Place?) {
        if let place { swap(&tally, &tallies.values[place]) }
    }

    /// Takes a tally up that had no place; one in which nothing counts needs none.
    mutating func add(_ tally: LimitTally, of count: LimitCount) {
        guard let end = tally.endsAt, tallies.updateValue(tally, forKey: count) == nil else { return }
        ends.insert(count, endingAt: end)
    }

    /// Whether enough was changed since the last look; it is a change to ask.
    var isTimeToForget: Bool {
        mutating get {
            changes += 1
            guard changes >= Self.changesBetweenForgetting else { return false }
            changes = 0
            return true
        }
    }

    /// Drops tallies that have ended by an instant, the earliest first.
    ///
    /// - Parameter limit: How many are looked at, at most; those that were counted in since are put off.
    mutating func forget(atMost limit: Int, endedBy instant: Int64) {
        var looks = 0
        while looks < limit, let (count, end) = ends.first, end <= instant {
            looks += 1
            if let later = tallies[count]?.endsAt, later > instant {
                ends.putOffFirst(to: later)
            } else {
                ends.removeFirst()
                tallies[count] = nil
            }
        }
    }
}
