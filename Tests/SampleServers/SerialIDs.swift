import CharterRuntime

/// Identifiers that count up, so that every run has the same ones.
package struct SerialIDs {
    private let series: Int
    private var last = 0

    /// Creates the identifiers of a series, 100 to 999; those of two series differ.
    package init(series: Int) {
        self.series = series
    }

    /// The next identifier.
    package mutating func next() -> UniqueID {
        last += 1
        let digits = String(last)
        let zeros = String(repeating: "0", count: 12 - digits.count)
        return UniqueID(sample: "00000000-0000-4000-8\(series)-\(zeros)\(digits)")
    }
}
