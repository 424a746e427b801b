import CharterRuntime
import HTTPTypes

extension Refusal {
    /// 401, with the challenges that RFC 9110 §11.6.1 asks of every such reply, where the API has some.
    ///
    /// - Parameter place: Where the credential is, or should be, in words.
    static func unauthorized(_ fault: CredentialFault, at place: String?, challenges: [String]) -> Refusal {
        var seen: Set<String> = []
        var fields = HTTPFields()
        for challenge in challenges where seen.insert(challenge).inserted {
            fields.append(HTTPField(name: .wwwAuthenticate, value: challenge))
        }
        return Refusal(
            fault.code,
            title: "The request has no valid credential.",
            detail: place.map(fault.detail),
            headers: fields
        )
    }

    static func keyKindForbidden(_ kind: String, allowed: [String]) -> Refusal {
        Refusal(
            .keyKindForbidden,
            title: "Keys of this kind cannot do this.",
            detail: "The key is of the kind '\(kind)'; this takes a key of the kind \(allowed.quoted(joinedBy: "or"))."
        )
    }

    static func insufficientScope(_ scope: APIDescription.Requirement) -> Refusal {
        let alternatives = scope.alternatives.map { $0.quoted(joinedBy: "and") }.joined(separator: ", or ")
        return Refusal(
            .insufficientScope,
            title: "The credential may not do this.",
            detail: "This takes a credential with the scope \(alternatives)."
        )
    }

    static func insufficientRole(_ roles: [String]) -> Refusal {
        Refusal(
            .insufficientRole,
            title: "The caller may not do this.",
            detail: "This takes a caller with the role \(roles.quoted(joinedBy: "or"))."
        )
    }

    /// 403: the tenant on whose data the request works is suspended.
    ///
    /// Requests are refused by what a ``TenantDirectory`` says; handlers throw it where they come upon another suspended tenant.
    public static let tenantSuspended = Refusal(
        .tenantSuspended,
        title: "The tenant is suspended.",
        detail: "Requests on its data are served again once it is active."
    )

    static func tenantMissing(_ tenancy: APIDescription.Tenancy, _ place: String) -> Refusal {
        Refusal(
            .tenantMissing,
            title: "The request does not say which \(tenancy.name) it is about.",
            detail: "Name the \(tenancy.name) in \(place)."
        )
    }

    /// The refusal of another tenant's data; by 404 it tells nothing that an absent tenant would not.
    static func foreignTenant(_ tenancy: APIDescription.Tenancy) -> Refusal {
        guard tenancy.foreignStatus != 404 else { return .notFound }
        return Refusal(
            .foreignTenant,
            status: tenancy.foreignStatus,
            title: "The credential belongs to another \(tenancy.name)."
        )
    }
}

extension [String] {
    /// The names in quotes.
    fileprivate func quoted(joinedBy word: String) -> String {
        map { "'\($0)'" }.joined(separator: " \(word) ")
    }
}
