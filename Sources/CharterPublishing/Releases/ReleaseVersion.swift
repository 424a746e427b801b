/// A version `MAJOR.MINOR.PATCH`, ordered by its numbers: 1.10.0 comes after 1.9.0.
///
/// The numbers are kept as digits, so that none is too large.
package struct ReleaseVersion: RawRepresentable, Hashable, Decodable, Sendable, CustomStringConvertible {
    private let numbers: [String]

    /// Reads a version; nil if the text is none.
    ///
    /// Numbers have no leading zeros, so that every version is written in one way.
    package init?(rawValue: String) {
        guard let match = rawValue.wholeMatch(of: /(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)/) else { return nil }
        numbers = [match.1, match.2, match.3].map(String.init)
    }

    package var rawValue: String { numbers.joined(separator: ".") }

    package var description: String { rawValue }
}

extension ReleaseVersion: Comparable {
    /// Whether the left version is the older one.
    package static func < (left: ReleaseVersion, right: ReleaseVersion) -> Bool {
        // Without leading zeros, the number with more digits is the larger one.
        left.numbers.lexicographicallyPrecedes(right.numbers) { ($0.utf8.count, $0) < ($1.utf8.count, $1) }
    }
}
