import CharterRuntime

/// One way for a caller to say who it is.
package struct ResolvedCredential: Sendable {
    package var name: String
    package var place: APIDescription.Credential.Place
    package var fallbackPlaces: [APIDescription.Credential.Place]
    package var duplicates: APIDescription.Credential.Duplicates
    /// Whether it is a token, which has no kinds.
    package var isToken: Bool
    /// What a 401 asks for; nil where it asks for nothing.
    package var challenge: String?
    package var about: String?
    package var kinds: [ResolvedKeyKind]
    /// What a token can hold.
    package var holds: ScopeNames
    /// Where a token may be kept; nil where the contract does not say it.
    package var use: KeyKind.Use?
    /// The roles that its callers can have.
    package var roles: [String]
    package var limits: [String]

    /// What its callers can hold, each kind by itself.
    var holdings: [ScopeNames] {
        isToken ? [holds] : kinds.map(\.holds)
    }
}

/// One kind of key.
package struct ResolvedKeyKind: Sendable {
    package var name: String
    package var prefix: String
    /// The pattern of what stands behind the prefix.
    package var form: String?
    package var use: KeyKind.Use
    package var holds: ScopeNames
    package var limits: [String]
    package var environment: String?
    package var opensEveryTenant: Bool
    package var about: String?
}

/// A permission, or a role.
package struct ResolvedScope: Sendable {
    package var name: String
    package var about: String
    package var grants: ScopeNames
}

/// How the data of one tenant is kept from the callers of another.
package struct ResolvedTenancy: Sendable {
    package var name: String
    package var place: APIDescription.Tenancy.Place
    /// Where requests with certain credentials name their tenant, in the order of the contract.
    package var placesByCredential: [(credential: String, place: APIDescription.Tenancy.Place)]
    package var foreignStatus: Int
    package var suspendedStatus: Int?
    /// What the name of a tenant looks like in a header field or a query.
    package var type: Schema?

    /// Where requests with that credential name their tenant; nil stands for anonymous ones.
    package func place(forCredential name: String?) -> APIDescription.Tenancy.Place {
        placesByCredential.first { $0.credential == name }?.place ?? place
    }

    /// Where requests with several credentials at once name their tenant: in the place of the first that has one of its own.
    package func place(forCallersOf credentials: [String]) -> APIDescription.Tenancy.Place {
        credentials.lazy.compactMap { name in placesByCredential.first { $0.credential == name }?.place }.first ?? place
    }

    /// Every place in which a request may name its tenant, each once.
    package var places: [APIDescription.Tenancy.Place] {
        placesByCredential.isEmpty ? [place] : placesByCredential.map(\.place).uniqued
    }
}
