/// Instants in the order of time, of which the earliest are dropped.
struct InstantLog: Sendable {
    /// The instants; those before `first` are dropped already.
    private var instants: [Int64] = []
    private var first = 0

    init() {}

    /// Takes up instants that are in order.
    init(ascending instants: [Int64]) {
        self.instants = instants
    }

    var count: Int { instants.count - first }
    var latest: Int64? { instants.last }
    var all: ArraySlice<Int64> { instants[first...] }

    /// The instant that so many others come before.
    subscript(position: Int) -> Int64 { instants[first + position] }

    /// Adds an instant that is not before the latest.
    mutating func append(_ instant: Int64) {
        instants.append(instant)
    }

    /// Drops the instants up to and with this one; moving the others costs as much as was dropped.
    mutating func drop(through instant: Int64) {
        while first < instants.count, instants[first] <= instant { first += 1 }
        guard first * 2 > instants.count else { return }
        instants.removeFirst(first)
        first = 0
    }

    /// Takes one occurrence of an instant out.
    mutating func remove(_ instant: Int64) {
        var (low, high) = (first, instants.count)
        while low < high {
            let middle = low + (high - low) / 2
            if instants[middle] < instant { low = middle + 1 } else { high = middle }
        }
        if low < instants.count, instants[low] == instant { instants.remove(at: low) }
    }

    /// Puts instants that are later than this one in its place.
    mutating func lower(to instant: Int64) {
        for index in instants.indices.reversed() {
            guard instants[index] > instant else { return }
            instants[index] = instant
        }
    }
}

extension InstantLog: Hashable {
    static func == (left: InstantLog, right: InstantLog) -> Bool {
        left.all == right.all
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(all)
    }
}
