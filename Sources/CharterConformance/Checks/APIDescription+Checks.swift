public import CharterRuntime

extension APIDescription {
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

    /// The checks that the conventions of an endpoint call for.
    ///
    /// The suite carries them out and the generator names each in a test, so that both read this one list.
    public func conformanceChecks(of endpoint: Endpoint) -> [Check] {
        let endpoint = withoutTenantParameters(endpoint)
        return Self.families.flatMap { family, add in
            var list = CheckList(family, of: endpoint, in: self)
            add(&list)
            return list.checks
        }
    }

    /// The checks of all endpoints.
    public var conformanceChecks: [Check] {
        endpoints.flatMap(conformanceChecks)
    }
}
