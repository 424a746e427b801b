import CharterRuntime

/// Somebody whom a community knows: a member, or one who was.
package struct Person: Hashable, Sendable {
    /// Names the person within the community.
    package var id: UniqueID
    /// What the person is called, 1 to 120 characters.
    package var name: String
    /// Where the person is reached; no other person of the community has the address, in upper or lower case.
    package var email: String

    /// Describes a person.
    package init(id: UniqueID, name: String, email: String) {
        self.id = id
        self.name = name
        self.email = email
    }
}
