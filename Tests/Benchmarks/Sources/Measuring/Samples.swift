/// What one thing took, round by round.
package struct Samples {
    private let values: [Double]

    /// Creates samples.
    ///
    /// - Precondition: There is one at least.
    package init(_ values: [Double]) {
        precondition(!values.isEmpty, "nothing was measured")
        self.values = values.sorted()
    }

    /// The least of them: what the thing takes when nothing disturbs it.
    package var least: Double { values[0] }
    /// The one in the middle.
    package var median: Double { values[values.count / 2] }

    /// Measures several things in turn, round by round, so that what disturbs the machine for a while disturbs them all.
    ///
    /// - Parameters:
    ///   - rounds: How often each is measured.
    ///   - measures: Do the thing once and say what it took.
    package static func interleaved(rounds: Int, _ measures: [() throws -> Double]) throws -> [Samples] {
        var values = measures.map { _ in [Double]() }
        for _ in 0..<rounds {
            for (index, measure) in measures.enumerated() { values[index].append(try measure()) }
        }
        return values.map(Samples.init)
    }
}
