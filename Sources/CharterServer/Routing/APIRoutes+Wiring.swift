import CharterRuntime
import Hummingbird

extension APIRoutes {
    /// What the contract asks for at the endpoints that have routes and the server was not given, each with how to mend it; empty where nothing is missing.
    ///
    /// Two things show at a request only, which is then answered 500: a ``TenantDirectory`` without ``TenantDirectory/subscription(of:)`` where limits go by plans or
    /// bills, and a token that names nobody where limits count its bearer, who is then counted by address.
    func missingParts<Context: RequestContext>(on context: Context.Type) -> [any Error] {
        missingVerifiers + missingDirectory + missingStore + missingAddress(context)
    }

    private var missingVerifiers: [any Error] {
        guard stages.verification.tokens == nil else { return [] }
        let tokens = routes.flatMap(\.asked.credentials).filter { $0.form == .jwt }.map(\.name)
        return tokens.uniqued.map(MissingTokenVerifier.init)
    }

    private var missingDirectory: [any Error] {
        guard stages.tenants == nil else { return [] }
        var missing: [any Error] = []
        let haveTenants = routes.contains { $0.endpoint.tenancy == .tenant }
        if let tenancy = api.description.tenancy, tenancy.suspendedStatus != nil, haveTenants {
            missing.append(MissingTenantDirectory(tenancy: tenancy.name))
        }
        return missing + limits(where: \.dependsOnSubscription).map { MissingSubscriptions(limit: $0) }
    }

    private var missingStore: [any Error] {
        let names = routes.flatMap(\.quotas.names).uniqued
        return stages.quotas == nil && !names.isEmpty ? [MissingQuotaStore(limits: names)] : []
    }

    private func missingAddress<Context: RequestContext>(_ context: Context.Type) -> [any Error] {
        guard address.isOfConnection, !(context is any RemoteAddressRequestContext.Type) else { return [] }
        return limits { $0.partition == .address || $0.countsAnonymous }.map { MissingAddress(limit: $0) }
    }

    /// The names of the limits that may count a request to one of the routes.
    private func limits(where isMeant: (APIDescription.Limit) -> Bool) -> [String] {
        let names = routes.flatMap { $0.throttles.names + $0.quotas.names + $0.effects.names }.uniqued
        return names.compactMap(api.description.limit(named:)).filter(isMeant).map(\.name)
    }
}
