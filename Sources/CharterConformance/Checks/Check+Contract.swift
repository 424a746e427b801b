import CharterRuntime

extension Check {
    /// The place in the contract that the check tests, as a path of keys in which an endpoint stands by its id.
    func contractPointer(on endpoint: APIDescription.Endpoint) -> String {
        switch (family, self) {
        case (.credentials, .insufficientKind), (.scopes, _): "endpoints/\(endpoint.id)/scope"
        case (.credentials, _): "endpoints/\(endpoint.id)/auth"
        case (.roles, _): "endpoints/\(endpoint.id)/role"
        case (.isolation, .missingTenant): "tenancy/from"
        case (.isolation, _): "tenancy/foreign"
        case (.paging, _): "endpoints/\(endpoint.id)/pagination"
        case (.errors, _): "versioning"
        case (.shapes, _): "endpoints/\(endpoint.id)/returns"
        }
    }
}
