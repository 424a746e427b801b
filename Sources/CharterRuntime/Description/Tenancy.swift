extension APIDescription {
    /// How the data of one tenant is kept from the keys of another.
    public struct Tenancy: Hashable, Sendable {
        /// What a tenant is called in this API: `community`.
        public var name: String
        /// Where a request names its tenant.
        public var place: Place
        /// The status that answers a request for another tenant's data: 403, or 404 where its existence is to stay hidden.
        public var foreignStatus: Int

        /// Creates a tenancy.
        public init(name: String, place: Place, foreignStatus: Int) {
            self.name = name
            self.place = place
            self.foreignStatus = foreignStatus
        }
    }
}

extension APIDescription.Tenancy {
    /// Where a request names its tenant.
    public enum Place: Hashable, Sendable {
        /// The path parameter of that name.
        case path(String)
    }
}
