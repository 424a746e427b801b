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
            guard let version = versioning.standing else { throw Refusal.versionMissing(versioning) }
            return version
        }
        guard values.count == 1, chosen == versioning.current || versioning.older.contains(chosen) else {
            throw Refusal.versionUnknown(versioning)
        }
        return chosen
    }
}
