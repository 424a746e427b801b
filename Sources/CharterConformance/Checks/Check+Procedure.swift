import CharterRuntime

extension Check {
    /// How the check is carried out on an endpoint.
    ///
    /// - Throws: ``MissingFixture``
    func procedure(with probe: EndpointProbe) throws(MissingFixture) -> any Procedure {
        switch self {
        case .missingCredential: try CredentialChecks(probe: probe).missing()
        case .missingCredentialOf(let name): try CredentialChecks(probe: probe).missing(name)
        case .malformedCredential: try CredentialChecks(probe: probe).malformed(try probe.onlyCredential())
        case .malformedCredentialOf(let name): try CredentialChecks(probe: probe).malformed(try probe.credential(named: name))
        case .unknownCredential: try CredentialChecks(probe: probe).unknown(try probe.onlyCredential())
        case .unknownCredentialOf(let name): try CredentialChecks(probe: probe).unknown(try probe.credential(named: name))
        case .anonymousCall: SingleExchange(try probe.request(), expecting: Acceptance(of: probe.endpoint))
        case .insufficientKind(let kind): try CredentialChecks(probe: probe).insufficient(kind: kind)
        case .otherEnvironment(let kind): try CredentialChecks(probe: probe).otherEnvironment(kind: kind)
        case .insufficientScope(let scope): try ScopeChecks(probe: probe).insufficient([scope])
        case .sufficientScope(let scope): try ScopeChecks(probe: probe).sufficient([scope])
        case .sufficientScopes(let scopes): try ScopeChecks(probe: probe).sufficient(scopes)
        case .insufficientRole(let role): try RoleChecks(probe: probe).insufficient(role)
        case .sufficientRole(let role): try RoleChecks(probe: probe).sufficient(role)
        case .missingTenant: try TenantChecks(probe: probe).missing()
        case .foreignTenant: try TenantChecks(probe: probe).foreign(as: try probe.onlyCredential())
        case .foreignTenantOf(let name): try TenantChecks(probe: probe).foreign(as: try probe.credential(named: name))
        case .wholeWalk: try PagingChecks(probe: probe).wholeWalk()
        case .missingVersion: try VersionChecks(probe: probe).missing()
        case .unknownVersion: try VersionChecks(probe: probe).unknown()
        case .responseShape: try ShapeChecks(probe: probe).response()
        case .defaultPageSize, .minimumPageSize, .maximumPageSize, .pageSizeBelowMinimum, .pageSizeAboveMaximum, .pageSizeNotANumber,
            .negativeOffset, .offsetNotANumber, .pageBeforeFirst, .pageNotANumber, .invalidCursor:
            try PagingChecks(probe: probe).trial(of: self)
        }
    }
}
