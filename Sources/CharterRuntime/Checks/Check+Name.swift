extension Check {
    /// The name of the check among those of its endpoint: stable, in kebab case, with the kind, scope, role or credential behind a slash.
    public var name: String {
        ([stem] + (value.map { [$0] } ?? [])).joined(separator: "/")
    }

    /// The name without what stands behind its slash.
    package var stem: String {
        switch self {
        case .missingCredential, .missingCredentialOf: "missing-credential"
        case .malformedCredential, .malformedCredentialOf: "malformed-credential"
        case .unknownCredential, .unknownCredentialOf: "unknown-credential"
        case .anonymousCall: "anonymous-call"
        case .insufficientKind: "insufficient-kind"
        case .otherEnvironment: "other-environment"
        case .insufficientScope: "insufficient-scope"
        case .sufficientScope, .sufficientScopes: "sufficient-scope"
        case .insufficientRole: "insufficient-role"
        case .sufficientRole: "sufficient-role"
        case .missingTenant: "missing-tenant"
        case .foreignTenant, .foreignTenantOf: "foreign-tenant"
        case .defaultPageSize: "default-page-size"
        case .minimumPageSize: "minimum-page-size"
        case .maximumPageSize: "maximum-page-size"
        case .pageSizeBelowMinimum: "page-size-below-minimum"
        case .pageSizeAboveMaximum: "page-size-above-maximum"
        case .pageSizeNotANumber: "page-size-not-a-number"
        case .negativeOffset: "negative-offset"
        case .offsetNotANumber: "offset-not-a-number"
        case .pageBeforeFirst: "page-before-first"
        case .pageNotANumber: "page-not-a-number"
        case .invalidCursor: "invalid-cursor"
        case .wholeWalk: "whole-walk"
        case .missingVersion: "missing-version"
        case .unknownVersion: "unknown-version"
        case .responseShape: "response-shape"
        }
    }

    /// What the check is about beside its endpoint: a kind of key, a scope, a role or a credential; nil for most.
    package var value: String? {
        switch self {
        case .insufficientKind(let name), .otherEnvironment(let name), .insufficientScope(let name), .sufficientScope(let name),
            .insufficientRole(let name),
            .sufficientRole(let name), .missingCredentialOf(let name), .malformedCredentialOf(let name), .unknownCredentialOf(let name),
            .foreignTenantOf(let name):
            name
        case .sufficientScopes(let names): names.joined(separator: "+")
        case .missingCredential, .malformedCredential, .unknownCredential, .anonymousCall, .missingTenant, .foreignTenant,
            .defaultPageSize, .minimumPageSize, .maximumPageSize, .pageSizeBelowMinimum, .pageSizeAboveMaximum, .pageSizeNotANumber,
            .negativeOffset, .offsetNotANumber, .pageBeforeFirst, .pageNotANumber, .invalidCursor, .wholeWalk, .missingVersion,
            .unknownVersion,
            .responseShape:
            nil
        }
    }
}
