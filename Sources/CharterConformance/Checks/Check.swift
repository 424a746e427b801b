/// One thing that can be observed of an endpoint from outside.
///
/// Every check that expects a refusal also holds the error body to the contract: its media type, its shape, and a `status` that
/// equals the reply's; a 401 must have `WWW-Authenticate` (RFC 9110 §15.5.2).
public enum Check: Hashable, Sendable {
    /// 401 without a key.
    case missingCredential
    /// 401 to a text that no key begins like.
    case malformedCredential
    /// 401 to a text that looks like a key and is none.
    case unknownCredential
    /// 403 to a key of that kind, none of which can hold the scope.
    case insufficientKind(String)
    /// 403 to a key that holds only that scope, though its kind could hold a sufficient one.
    case insufficientScope(String)
    /// Success for a key that holds only that scope.
    case sufficientScope(String)
    /// The documented status for a key of another tenant that could make the call at home.
    case foreignTenant
    /// The documented number of items where none is asked for.
    case defaultPageSize
    /// One item where one is asked for.
    case minimumPageSize
    /// At most the maximum where the maximum is asked for.
    case maximumPageSize
    /// A page size of 0 is refused, or taken as 1, as documented.
    case pageSizeBelowMinimum
    /// A page size of the maximum and one is refused, or taken as the maximum, as documented.
    case pageSizeAboveMaximum
    /// 400 to a page size that is no number.
    case pageSizeNotANumber
    /// 400 to an offset of -1.
    case negativeOffset
    /// 400 to an offset that is no number.
    case offsetNotANumber
    /// Pages of one and two items together are the list that comes at the maximum size: nothing lost, nothing repeated, `total` and
    /// `hasMore` true on each, and an empty page behind the end. It needs a list of at least two items.
    case wholeWalk
    /// The documented status, `application/json`, and a body that fits the documented type.
    case responseShape
}

extension Check {
    /// The name of the check among those of its endpoint: stable, in kebab case, with the kind or scope behind a slash.
    public var name: String {
        switch self {
        case .missingCredential: "missing-credential"
        case .malformedCredential: "malformed-credential"
        case .unknownCredential: "unknown-credential"
        case .insufficientKind(let kind): "insufficient-kind/\(kind)"
        case .insufficientScope(let scope): "insufficient-scope/\(scope)"
        case .sufficientScope(let scope): "sufficient-scope/\(scope)"
        case .foreignTenant: "foreign-tenant"
        case .defaultPageSize: "default-page-size"
        case .minimumPageSize: "minimum-page-size"
        case .maximumPageSize: "maximum-page-size"
        case .pageSizeBelowMinimum: "page-size-below-minimum"
        case .pageSizeAboveMaximum: "page-size-above-maximum"
        case .pageSizeNotANumber: "page-size-not-a-number"
        case .negativeOffset: "negative-offset"
        case .offsetNotANumber: "offset-not-a-number"
        case .wholeWalk: "whole-walk"
        case .responseShape: "response-shape"
        }
    }

    /// The convention that the check belongs to.
    public var family: CheckFamily {
        switch self {
        case .missingCredential, .malformedCredential, .unknownCredential, .insufficientKind: .credentials
        case .insufficientScope, .sufficientScope: .scopes
        case .foreignTenant: .isolation
        case .defaultPageSize, .minimumPageSize, .maximumPageSize, .pageSizeBelowMinimum, .pageSizeAboveMaximum, .pageSizeNotANumber,
            .negativeOffset, .offsetNotANumber, .wholeWalk:
            .paging
        case .responseShape: .shapes
        }
    }
}
