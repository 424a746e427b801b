import CharterRuntime

extension APIDescription.RequestRules.Stage {
    /// The codes of the errors by which a check refuses what these tests send.
    var codes: Set<String> {
        switch self {
        case .credentials: ["credential-unknown"]
        case .kind: ["key-kind-forbidden"]
        case .scope: ["insufficient-scope"]
        case .tenant: ["foreign-tenant", "tenant-suspended", "not-found"]
        case .role: ["insufficient-role"]
        case .throttles: ["limit-exceeded"]
        case .size: ["body-too-large"]
        case .mediaType: ["unsupported-media-type"]
        case .parameters, .body: ["invalid-request"]
        case .idempotency: ["idempotency-mismatch"]
        case .quotas: ["quota-exceeded"]
        }
    }
}
