/// A name of the contract cut into words, so that it can be spelled as Swift spells names.
///
/// `startsAt`, `starts_at`, `STARTS-AT` and `starts.at` are all `starts at`; `nextURL` is `next URL`; `HTTPStatus` is `HTTP Status`.
package struct IdentifierWords: Sendable {
    private let words: [String]
    /// Whether the whole name is written in capitals, as `READ_PUBLIC` is: then they say nothing about its words.
    private let isShouted: Bool

    package init(_ name: String) {
        var words: [String] = []
        for part in name.split(whereSeparator: { !$0.isWordPart }) {
            words += Self.humps(of: Array(part))
        }
        self.words = words
        isShouted = !name.contains(where: \.isSmall)
    }

    /// The name as types are spelled: `StartsAt`.
    package var upperCamel: String {
        words.map(capitalized).joined()
    }

    /// The name as properties and functions are spelled: `startsAt`.
    package var lowerCamel: String {
        guard let first = words.first else { return "" }
        return first.lowercased() + words.dropFirst().map(capitalized).joined()
    }

    /// The name as URLs and folders are spelled: `starts-at`.
    package var kebab: String {
        words.map { $0.lowercased() }.joined(separator: "-")
    }

    /// A word with a capital; initials (`nextURL`, `HTTPStatus`, `ID`) stay as the contract has them.
    private func capitalized(_ word: String) -> String {
        let areInitials = words.count == 1 && word.count <= 3
        return word.prefix(1).uppercased() + (isShouted && !areInitials ? word.dropFirst().lowercased() : String(word.dropFirst()))
    }

    /// Words end where a capital follows a small letter or a digit, and before the last of several capitals that a small letter follows.
    private static func humps(of part: [Character]) -> [String] {
        var words: [String] = []
        var start = 0
        for index in part.indices.dropFirst() where part[index].isCapital {
            let followsSmall = !part[index - 1].isCapital
            let precedesSmall = index + 1 < part.count && part[index + 1].isSmall
            if followsSmall || precedesSmall {
                words.append(String(part[start..<index]))
                start = index
            }
        }
        words.append(String(part[start...]))
        return words
    }
}

/// What names ask of their letters: those of ASCII answer without a look into the tables of Unicode.
extension Character {
    fileprivate var isWordPart: Bool {
        asciiValue.map { $0.isSmallLetter || $0.isCapitalLetter || $0.isDigit } ?? (isLetter || isNumber)
    }

    fileprivate var isCapital: Bool {
        asciiValue.map(\.isCapitalLetter) ?? isUppercase
    }

    fileprivate var isSmall: Bool {
        asciiValue.map(\.isSmallLetter) ?? isLowercase
    }
}

extension UInt8 {
    fileprivate var isSmallLetter: Bool { UInt8(ascii: "a")...UInt8(ascii: "z") ~= self }
    fileprivate var isCapitalLetter: Bool { UInt8(ascii: "A")...UInt8(ascii: "Z") ~= self }
    fileprivate var isDigit: Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= self }
}
