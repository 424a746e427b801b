public import CharterRuntime

/// A person of whom the single sign-on tells.
public struct NewPerson: Hashable, Sendable {
    /// Names the person: the subject of their tokens.
    public var id: UniqueID
    /// What the person is called, 1 to 200 characters.
    public var name: String
    /// Where the person is reached.
    public var email: String
    /// When Raven Cloud learned of them.
    public var createdAt: Timestamp

    /// Creates a person.
    public init(id: UniqueID, name: String, email: String, createdAt: Timestamp) {
        self.id = id
        self.name = name
        self.email = email
        self.createdAt = createdAt
    }
}
