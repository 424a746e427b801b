import CharterRuntime
import HTTPTypes

extension APIDescription {
    /// The version that a request chooses; the contract's own where requests choose none.
    ///
    /// - Throws: ``Refusal`` (400) for a version that is not served, and for none where one must be chosen.
    func version(chosenBy fields: HTTPFields) throws -> String {
        guard let versioning else { return version }
        let values = HTTPField.Name(versioning.header).map { fields[values: $0] } ?? []
        guard let chosen = values.first, !chosen.isEmpty else {
            switch versioning.missing {
            case .reject: throw Refusal.versionMissing(versioning)
            case .current: return versioning.current
            case .oldest: return versioning.oldest
            }
        }
        guard values.count == 1, chosen == versioning.current || versioning.older.contains(chosen) else {
            throw Refusal.versionUnknown(versioning)
        }
        return chosen
    }
}

extension APIDescription.Versioning {
    /// The oldest version that is served, compared part by part: `1.9` is older than `1.10`, `2025-12-01` than `2026-01-01`.
    var oldest: String {
        ([current] + older).min { left, right in
            left.versionParts.lexicographicallyPrecedes(right.versionParts)
        } ?? current
    }
}

extension String {
    /// The numbers in a version, in their order.
    fileprivate var versionParts: [Int] {
        split { !$0.isNumber }.compactMap { Int($0) }
    }
}
