/// A name of the contract cut into words, so that it can be spelled as Swift spells names.
///
/// `startsAt`, `starts_at`, `STARTS-AT` and `starts.at` are all `starts at`; `nextURL` is `next URL`; `HTTPStatus` is `HTTP Status`.
package struct IdentifierWords: Sendable {
    private let words: [String]

    package init(_ name: String) {
        var words: [String] = []
        for part in name.split(whereSeparator: { !($0.isLetter || $0.isNumber) }) {
            words += Self.humps(of: Array(part))
        }
        self.words = words
    }

    /// The name as types are spelled: `StartsAt`.
    package var upperCamel: String {
        words.map(Self.capitalized).joined()
    }

    /// The name as properties and functions are spelled: `startsAt`.
    package var lowerCamel: String {
        guard let first = words.first else { return "" }
        return first.lowercased() + words.dropFirst().map(Self.capitalized).joined()
    }

    /// A word with a capital; initials as people write them (`id` becomes `ID`) stay as the contract has them.
    private static func capitalized(_ word: String) -> String {
        let isShouted = word.count > 1 && word.allSatisfy { !$0.isLowercase }
        let rest = isShouted && word.count > 3 ? word.dropFirst().lowercased() : String(word.dropFirst())
        return word.prefix(1).uppercased() + rest
    }

    /// Words end where a capital follows a small letter or a digit, and before the last of several capitals that a small letter follows.
    private static func humps(of part: [Character]) -> [String] {
        var words: [String] = []
        var start = 0
        for index in part.indices.dropFirst() where part[index].isUppercase {
            let followsSmall = !part[index - 1].isUppercase
            let precedesSmall = index + 1 < part.count && part[index + 1].isLowercase
            if followsSmall || precedesSmall {
                words.append(String(part[start..<index]))
                start = index
            }
        }
        words.append(String(part[start...]))
        return words
    }
}
