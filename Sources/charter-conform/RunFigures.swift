/// How much was asked in a run, and for how long.
struct RunFigures {
    /// The requests that were sent.
    let requests: Int
    /// The bound at which it was stopped; nil where it was not.
    let stop: String?
    let duration: Duration
    let seed: UInt64

    /// The last line of a summary.
    var text: String {
        let seconds = Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
        let tenths = Int((seconds * 10).rounded())
        let sent = "\(requests) \(requests == 1 ? "request" : "requests") in \(tenths / 10).\(tenths % 10) s, seed \(seed)"
        return sent + (stop.map { "; stopped at the bound of \($0)" } ?? "")
    }
}
