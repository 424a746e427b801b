public import CharterRuntime

extension Check {
    /// The convention that the check belongs to.
    public var family: CheckFamily {
        switch self {
        case .missingCredential, .missingCredentialOf, .malformedCredential, .malformedCredentialOf, .unknownCredential,
            .unknownCredentialOf, .anonymousCall, .insufficientKind, .otherEnvironment:
            .credentials
        case .insufficientScope, .sufficientScope, .sufficientScopes: .scopes
        case .insufficientRole, .sufficientRole: .roles
        case .missingTenant, .foreignTenant, .foreignTenantOf: .isolation
        case .defaultPageSize, .minimumPageSize, .maximumPageSize, .pageSizeBelowMinimum, .pageSizeAboveMaximum, .pageSizeNotANumber,
            .negativeOffset, .offsetNotANumber, .pageBeforeFirst, .pageNotANumber, .invalidCursor, .wholeWalk:
            .paging
        case .missingVersion, .unknownVersion: .errors
        case .responseShape: .shapes
        }
    }
}
