public import CharterRuntime
public import CharterServer
public import RavenModels

/// What an empty storage is filled with.
public struct DataSet: Hashable, Sendable {
    /// The people, each once.
    public var people: [NewPerson] = []
    /// The tenants, in the order in which they came.
    public var tenants: [Workspace] = []

    /// Creates an empty data set.
    public init() {}

    /// A tenant, and all that it has.
    public struct Workspace: Hashable, Sendable {
        /// The tenant.
        public var tenant: Tenant
        /// The name of its plan in the contract, or nil for one that the contract does not limit.
        public var plan: String?
        /// Who acts for it.
        public var members: [Member] = []
        /// What it sent, in the order in which it did; all of it has arrived or failed.
        public var messages: [Message] = []
        /// Its keys, which nobody holds.
        public var keys: [StoredKey] = []

        /// Creates a tenant that has nothing.
        public init(_ tenant: Tenant, plan: String?) {
            self.tenant = tenant
            self.plan = plan
        }
    }

    /// Somebody who acts for a tenant.
    public struct Member: Hashable, Sendable {
        /// The person.
        public var person: UniqueID
        /// What they are there: a role of the contract, or `guest`, which allows nothing.
        public var role: String

        /// Creates a member.
        public init(_ person: UniqueID, role: String) {
            self.person = person
            self.role = role
        }
    }
}

/// A storage that holds something cannot be filled with a data set.
public struct StorageNotEmpty: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong, and how to mend it.
    public var description: String { "there are tenants in the database already: fill another one, or remove it first" }
}
