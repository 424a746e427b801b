import CharterRuntime

extension Check {
    /// The place in the contract that the check tests, as a path of keys in which an endpoint stands by its id.
    func contractPointer(on endpoint: APIDescription.Endpoint) -> String {
        switch self {
        case .missingCredential, .malformedCredential, .unknownCredential: "endpoints/\(endpoint.id)/auth"
        case .insufficientKind, .insufficientScope, .sufficientScope: "endpoints/\(endpoint.id)/scope"
        case .foreignTenant: "tenancy/foreign"
        case .defaultPageSize, .minimumPageSize, .maximumPageSize, .pageSizeBelowMinimum, .pageSizeAboveMaximum, .pageSizeNotANumber,
            .negativeOffset, .offsetNotANumber, .wholeWalk:
            "endpoints/\(endpoint.id)/pagination"
        case .responseShape: "endpoints/\(endpoint.id)/returns"
        }
    }
}
