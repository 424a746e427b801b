import CobuntuModels

extension Applicant {
    /// Whether both are the same person: by their membership, or by their address.
    func isSamePerson(as other: Applicant) -> Bool {
        email == other.email || (userId != nil && userId == other.userId)
    }
}
