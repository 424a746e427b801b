/// One thing that can be observed of an endpoint from outside.
///
/// Every check that expects a refusal also holds the error body to the contract: its media type, its form, its code, and a status that
/// equals the reply's; a 401 must have `WWW-Authenticate` (RFC 9110 §15.5.2) where the API documents one.
public enum Check: Hashable, Sendable {
    /// Refusal without any credential.
    case missingCredential
    /// Refusal without the credential of that name, where it is needed beside others.
    case missingCredentialOf(String)
    /// Refusal of a text that no key or token looks like.
    case malformedCredential
    /// The same of the credential of that name, where the endpoint takes several.
    case malformedCredentialOf(String)
    /// Refusal of a text that looks like a key or token and is none.
    case unknownCredential
    /// The same of the credential of that name, where the endpoint takes several.
    case unknownCredentialOf(String)
    /// Success without any credential, where one is welcome and not needed.
    case anonymousCall
    /// Refusal of a key of that kind, none of which can hold the scope.
    case insufficientKind(String)
    /// Refusal of a key of that kind, which is valid only on servers of another environment.
    case otherEnvironment(String)
    /// Refusal of a caller that holds only that scope, though its kind could hold a sufficient one.
    case insufficientScope(String)
    /// Success for a caller that holds only that scope.
    case sufficientScope(String)
    /// Success for a caller that holds just those scopes, none of which is enough alone.
    case sufficientScopes([String])
    /// Refusal of a caller that has only that role.
    case insufficientRole(String)
    /// Success for a caller that has only that role.
    case sufficientRole(String)
    /// Refusal of a request that does not name its tenant.
    case missingTenant
    /// The documented status for a caller of another tenant that could make the call at home.
    case foreignTenant
    /// The same of the credential of that name, where the endpoint takes several.
    case foreignTenantOf(String)
    /// The documented number of items where none is asked for.
    case defaultPageSize
    /// As few items as can be asked for where they are.
    case minimumPageSize
    /// At most the maximum where the maximum is asked for.
    case maximumPageSize
    /// A page size of one less than the minimum is refused, or taken as the minimum, as documented.
    case pageSizeBelowMinimum
    /// A page size of the maximum and one is refused, or taken as the maximum, as documented.
    case pageSizeAboveMaximum
    /// Refusal of a page size that is no number.
    case pageSizeNotANumber
    /// Refusal of an offset of -1.
    case negativeOffset
    /// Refusal of an offset that is no number.
    case offsetNotANumber
    /// Refusal of a page before the first.
    case pageBeforeFirst
    /// Refusal of a page that is no number.
    case pageNotANumber
    /// Refusal of a cursor that no page gave.
    case invalidCursor
    /// Small pages together are the list that comes in large ones: nothing lost, nothing repeated, whatever pages say of the list true on
    /// each, and the documented answer behind the end. It needs a list of at least two items.
    case wholeWalk
    /// Refusal of a request that chooses no version.
    case missingVersion
    /// Refusal of a request that chooses a version which is not served.
    case unknownVersion
    /// The documented status, `application/json`, and a body that fits the documented type.
    case responseShape
}
