/// A call did not get its transaction in time, or had it open for too long; an error of whoever wrote a handler, or of a store that does not answer.
///
/// Nothing of the call was done.
struct SlowTransaction: Error, CustomStringConvertible {
    let time: Duration
    /// Whether the transaction had begun.
    let hadBegun: Bool

    var description: String {
        hadBegun
            ? "a transaction was open for \(time): its handler was cancelled, and what it had done was undone"
            : "a call waited \(time) for its transaction: another one is open, whose handler perhaps takes no notice of being cancelled"
    }
}
