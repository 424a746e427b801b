extension APIDescription {
    /// How the data of one tenant is kept from the callers of another.
    public struct Tenancy: Hashable, Sendable {
        /// What a tenant is called in this API: `community`.
        public var name: String
        /// Where a request names its tenant, unless its credential has a place of its own.
        public var place: Place
        /// Where it is named by requests with certain credentials, by the credential's name.
        public var placesByCredential: [String: Place]
        /// The status that answers a request for another tenant's data: 403, or 404 where its existence is to stay hidden.
        public var foreignStatus: Int
        /// The status that answers requests of a suspended tenant, or nil where the API does not suspend.
        public var suspendedStatus: Int?

        /// Creates a tenancy.
        public init(
            name: String,
            place: Place,
            placesByCredential: [String: Place] = [:],
            foreignStatus: Int,
            suspendedStatus: Int? = nil
        ) {
            self.name = name
            self.place = place
            self.placesByCredential = placesByCredential
            self.foreignStatus = foreignStatus
            self.suspendedStatus = suspendedStatus
        }

        /// Every place in which a request may name its tenant.
        package var places: [Place] { [place] + placesByCredential.values }

        /// Where a request with that credential names its tenant.
        public func place(forCredential name: String?) -> Place {
            name.flatMap { placesByCredential[$0] } ?? place
        }
    }
}

extension APIDescription.Tenancy {
    /// Where a request names its tenant.
    public enum Place: Hashable, Sendable {
        /// Nowhere: it is the tenant that the credential belongs to.
        case credential
        /// The path parameter of that name.
        case path(String)
        /// The header field of that name.
        case header(String)
        /// The query parameter of that name.
        case query(String)
    }

    /// How an endpoint has to do with tenants.
    public enum Reach: String, Hashable, Sendable {
        /// It works on the data of the request's tenant alone.
        case tenant
        /// It works on data that all tenants share.
        case shared
        /// It has nothing to do with any tenant, and takes the name of none.
        case none
    }
}
