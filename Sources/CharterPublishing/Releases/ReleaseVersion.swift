/// A version `MAJOR.MINOR.PATCH`, ordered by its numbers: 1.10.0 comes after 1.9.0.
///
/// The numbers are kept as digits, so that none is too large.
package struct ReleaseVersion: Hashable, Sendable, CustomStringConvertible {
    private let numbers: [String]

    /// Reads a version; nil if the text is none.
    ///
    /// Numbers have no leading zeros, so that every version is written in one way.
    package init?(_ text: String) {
        let numbers = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard numbers.count == 3, numbers.allSatisfy(Self.isNumber) else { return nil }
        self.numbers = numbers
    }

    package var description: String {
        numbers.joined(separator: ".")
    }

    private static func isNumber(_ text: String) -> Bool {
        let isDigits = !text.isEmpty && text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        return isDigits && (text == "0" || !text.hasPrefix("0"))
    }
}

extension ReleaseVersion: Comparable {
    /// Whether the left version is the older one.
    package static func < (left: ReleaseVersion, right: ReleaseVersion) -> Bool {
        for (left, right) in zip(left.numbers, right.numbers) where left != right {
            // Without leading zeros, the number with more digits is the larger one.
            return (left.utf8.count, left) < (right.utf8.count, right)
        }
        return false
    }
}
