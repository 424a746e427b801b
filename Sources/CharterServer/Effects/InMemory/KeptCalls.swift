import CharterRuntime

/// How calls were answered, in memory, with the order in which they are forgotten.
struct KeptCalls: Sendable {
    private var records: [CallID: IdempotencyRecord] = [:]
    private var ends = EndQueue<CallID>()

    /// How many are remembered.
    var count: Int { records.count }

    /// What is remembered of a call, or nil.
    subscript(call: CallID) -> IdempotencyRecord? { records[call] }

    /// Remembers a call in place of what was remembered of it.
    mutating func remember(_ record: IdempotencyRecord) {
        records[record.call] = record
        if let end = record.endsAt { ends.insert(record.call, endingAt: end.nanosecondsSinceEpoch) }
    }

    /// Forgets the calls that ended at or before an instant.
    mutating func forget(endedBy instant: Timestamp) {
        let instant = instant.nanosecondsSinceEpoch
        while let (call, end) = ends.first, end <= instant {
            ends.removeFirst()
            // A call that was made again since has a later entry.
            if let kept = records[call]?.endsAt, kept.nanosecondsSinceEpoch <= instant { records[call] = nil }
        }
    }
}
