import CharterRuntime

/// The stages on whose findings others build, as far as they have let a request pass.
struct PassedStages: Sendable {
    private var hasCredentials = false
    private var hasTenant = false
    private var hasBody = false

    /// Notes that a stage has let the request pass.
    mutating func insert(_ stage: APIDescription.RequestRules.Stage) {
        switch stage {
        case .credentials: hasCredentials = true
        case .tenant: hasTenant = true
        case .body: hasBody = true
        case .kind, .scope, .role, .throttles, .size, .mediaType, .parameters, .idempotency, .quotas: break
        }
    }

    /// Whether a stage has let the request pass.
    func has(_ stage: APIDescription.RequestRules.Stage) -> Bool {
        switch stage {
        case .credentials: hasCredentials
        case .tenant: hasTenant
        case .body: hasBody
        case .kind, .scope, .role, .throttles, .size, .mediaType, .parameters, .idempotency, .quotas: false
        }
    }
}
