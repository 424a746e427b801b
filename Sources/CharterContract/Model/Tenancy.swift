import CharterYAML

/// How the data of one tenant is kept from the callers of another.
package struct Tenancy: Sendable {
    package var name: Located<String>
    /// Where requests name their tenant.
    package var place: Located<TenantPlace>
    /// Where those with certain credentials name it, by the credential; then the place is that of the others.
    package var placesByCredential: [(credential: Located<String>, place: Located<TenantPlace>)]
    package var foreignStatus: Located<Int>
    /// The status that answers requests of a suspended tenant, or nil.
    package var suspendedStatus: Located<Int>?
    /// What the name of a tenant looks like in a header field or a query.
    package var type: TypeUse?

    /// The type of the text that names a tenant.
    package var namingType: TypeUse {
        var text = type ?? TypeUse(.named(Scalar.string.rawValue), at: place.span, isAssumed: false)
        text.about = text.about ?? "Names the \(name.value)."
        return text
    }

    /// Every place in which a request may name its tenant.
    package var places: [Located<TenantPlace>] {
        placesByCredential.isEmpty ? [place] : placesByCredential.map(\.place)
    }
}

/// Where a request names its tenant.
package enum TenantPlace: Hashable, Sendable {
    /// Nowhere: the credential belongs to one.
    case credential
    case path(String)
    case header(String)
    case query(String)
}

/// How endpoints have to do with tenants.
package enum TenantReach: String, CaseIterable, Sendable {
    /// Bound to one, as where nothing is said; it ends what a wider group says.
    case tenant
    case shared, none
}
