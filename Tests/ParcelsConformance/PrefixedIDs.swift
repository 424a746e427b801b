/// Identifiers that count up behind a prefix, so that every run has the same ones.
struct PrefixedIDs {
    private let series: String
    private var last = 0

    /// Creates the identifiers of a series; those of two series differ.
    init(series: String) {
        self.series = series
    }

    /// The next identifier, such as `shp_new7`.
    mutating func next(_ prefix: String) -> String {
        last += 1
        return "\(prefix)\(series)\(last)"
    }
}
