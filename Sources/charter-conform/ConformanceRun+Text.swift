import CharterConformance

extension ConformanceRun {
    /// The figures of a run that took so long, to the tenth of a second.
    init(seed: UInt64, requests: Int, duration: Duration, stop: String?) {
        self.init(seed: seed, requests: requests, seconds: Double((duration / .seconds(0.1)).rounded()) / 10, stop: stop)
    }

    /// The last line of a summary.
    var text: String {
        let tenths = Int((seconds * 10).rounded())
        let sent = "\(requests) \(requests == 1 ? "request" : "requests") in \(tenths / 10).\(tenths % 10) s, seed \(seed)"
        return sent + (stop.map { "; stopped at the bound of \($0)" } ?? "")
    }
}
