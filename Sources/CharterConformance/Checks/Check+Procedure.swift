extension Check {
    /// How the check is carried out on an endpoint.
    ///
    /// - Throws: ``MissingFixture``
    func procedure(with probe: EndpointProbe) throws(MissingFixture) -> any Procedure {
        switch self {
        case .missingCredential: try CredentialChecks(probe: probe).missing()
        case .malformedCredential: try CredentialChecks(probe: probe).malformed()
        case .unknownCredential: try CredentialChecks(probe: probe).unknown()
        case .insufficientKind(let kind): try CredentialChecks(probe: probe).insufficient(kind: kind)
        case .insufficientScope(let scope): try ScopeChecks(probe: probe).insufficient(scope)
        case .sufficientScope(let scope): try ScopeChecks(probe: probe).sufficient(scope)
        case .foreignTenant: try IsolationChecks(probe: probe).foreignTenant()
        case .defaultPageSize, .minimumPageSize, .maximumPageSize, .pageSizeBelowMinimum, .pageSizeAboveMaximum, .pageSizeNotANumber,
            .negativeOffset, .offsetNotANumber:
            try PagingChecks(probe: probe).trial(of: self)
        case .wholeWalk: try PagingChecks(probe: probe).wholeWalk()
        case .responseShape: try ShapeChecks(probe: probe).response()
        }
    }
}
