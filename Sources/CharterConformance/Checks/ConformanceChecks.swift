public import CharterRuntime

/// The checks that a contract calls for.
///
/// The suite carries them out and the generator names each in a test, so that both read this one list.
public struct ConformanceChecks: Sendable {
    /// The families, in the order in which checks are listed, generated and carried out.
    private static let families: [(family: CheckFamily, checks: @Sendable (inout CheckList) -> Void)] = [
        (.credentials, { $0.addCredentialChecks() }),
        (.scopes, { $0.addScopeChecks() }),
        (.roles, { $0.addRoleChecks() }),
        (.isolation, { $0.addIsolationChecks() }),
        (.order, { $0.addOrderChecks() }),
        (.paging, { $0.addPagingChecks() }),
        (.idempotency, { $0.addIdempotencyChecks() }),
        (.limits, { $0.addLimitChecks() }),
        (.errors, { $0.addErrorChecks() }),
        (.shapes, { $0.addShapeChecks() }),
        (.methods, { $0.addMethodChecks() }),
        (.readback, { $0.addReadbackChecks() }),
        (.document, { $0.addDocumentChecks() }),
    ]

    private let api: APIDescription
    private let index: EndpointIndex

    /// Creates the checks of an API; what they look for in its endpoints is gathered once.
    public init(of api: APIDescription) {
        self.api = api
        index = EndpointIndex(api)
    }

    /// The checks of all endpoints.
    public var all: [Check] { api.endpoints.flatMap(of) }

    /// The checks that the conventions of one endpoint call for.
    public func of(_ endpoint: APIDescription.Endpoint) -> [Check] {
        let endpoint = api.withoutTenantParameters(endpoint)
        return Self.families.flatMap { family, add in
            var list = CheckList(family, of: endpoint, in: api, index)
            add(&list)
            return list.checks
        }
    }
}

extension APIDescription {
    /// The checks of all endpoints.
    public var conformanceChecks: [Check] { ConformanceChecks(of: self).all }

    /// The checks of one endpoint; for those of several, one ``ConformanceChecks`` serves all.
    public func conformanceChecks(of endpoint: Endpoint) -> [Check] {
        ConformanceChecks(of: self).of(endpoint)
    }
}
