import Foundation

/// A ratio, and what it should be at least.
package struct Verdict {
    private let name: String
    private let ratio: Double
    private let goal: Double

    /// Creates a verdict of a ratio.
    package init(_ name: String, _ ratio: Double, atLeast goal: Double) {
        (self.name, self.ratio, self.goal) = (name, ratio, goal)
    }

    /// Such as `decode: × 12.31 (goal × 8: reached)`.
    package var text: String {
        "\(name): × \(ratio.text(places: 2)) (goal × \(goal.text(places: goal < 1 ? 1 : 0)): \(ratio >= goal ? "reached" : "missed"))"
    }
}

extension Double {
    /// The number with so many digits behind the point.
    package func text(places: Int) -> String {
        String(format: "%.\(places)f", self)
    }
}
