public import CharterRuntime

extension ConformanceSuite {
    /// The checks that apply to an endpoint, in the order in which they are listed and generated.
    ///
    /// 1. If the endpoint asks for a credential: ``Check/missingCredential``, ``Check/malformedCredential``,
    ///    ``Check/unknownCredential``; then ``Check/insufficientKind(_:)`` for each kind of that credential, in the credential's order,
    ///    that is not among the endpoint's `keyKinds`.
    /// 2. If it asks for a credential and a scope: of the API's scopes, in the API's order, those that some kind among the endpoint's
    ///    `keyKinds` can hold. First ``Check/insufficientScope(_:)`` for each of them that does not satisfy the endpoint's scope
    ///    (``APIDescription/scopes(_:satisfy:)``), then ``Check/sufficientScope(_:)`` for each that does.
    /// 3. If it asks for a credential, the API has tenants and the endpoint's path holds the parameter that names the tenant:
    ///    ``Check/foreignTenant``.
    /// 4. If its list is paged: ``Check/defaultPageSize``, ``Check/minimumPageSize``, ``Check/maximumPageSize``,
    ///    ``Check/pageSizeBelowMinimum``, ``Check/pageSizeAboveMaximum``, ``Check/pageSizeNotANumber``; for paging by offset then
    ///    ``Check/negativeOffset``, ``Check/offsetNotANumber``; and ``Check/wholeWalk``.
    /// 5. Always: ``Check/responseShape``.
    public static func checks(of endpoint: APIDescription.Endpoint, in api: APIDescription) -> [Check] {
        CredentialChecks.checks(of: endpoint, in: api) + ScopeChecks.checks(of: endpoint, in: api)
            + IsolationChecks.checks(of: endpoint, in: api) + PagingChecks.checks(of: endpoint) + ShapeChecks.checks
    }
}
