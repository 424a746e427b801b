import CharterRuntime

/// The limits that count one thing at an endpoint, such as the throttles of its requests, looked up once.
struct RouteLimits: Sendable {
    typealias Limit = APIDescription.Limit

    /// The endpoint's own.
    private let own: [Limit]
    /// Those beside them that come with a credential.
    private let brought: [Brought]
    /// Whether it must be known who calls.
    let needCredentials: Bool
    /// Whether it must be known on whose data the request works.
    let needTenant: Bool
    /// Whether somebody may be counted by address.
    let mayNeedAddress: Bool

    /// What comes with the keys of one kind, or with a credential that has no kinds.
    private struct Brought {
        let credential: String
        let kind: String?
        let limits: [Limit]
    }

    /// - Parameter isCounted: Which limits are meant.
    init(of endpoint: APIDescription.Endpoint, in api: APIDescription, where isCounted: (Limit) -> Bool) {
        let credentials = endpoint.auth.names.compactMap(api.credential)
        let own = api.limits(of: endpoint, credentials: []).filter(isCounted)
        let ownNames = own.map(\.name)
        let brought = credentials.flatMap { credential in
            (credential.kinds.map { $0.name as String? } + [nil]).map { kindOfKey in
                let limits = api.limits(of: endpoint, credentials: [(credential.name, kindOfKey)])
                    .filter { isCounted($0) && !ownNames.contains($0.name) }
                return Brought(credential: credential.name, kind: kindOfKey, limits: limits)
            }
        }
        .filter { !$0.limits.isEmpty }
        let all = own + brought.flatMap(\.limits)
        self.own = own
        self.brought = brought
        needCredentials = !brought.isEmpty || own.contains { ![.address, .everyone].contains($0.partition) || $0.dependsOnSubscription }
        needTenant =
            api.tenancy != nil && endpoint.tenancy == .tenant && all.contains { $0.partition == .tenant || $0.dependsOnSubscription }
        // The bearer of a token may have neither a name nor a tenant.
        let hasTokens = credentials.contains { $0.form == .jwt }
        mayNeedAddress = all.contains { $0.partition == .address || $0.countsAnonymous || hasTokens && $0.partition != .everyone }
    }

    /// Whether nothing counts, whoever calls.
    var isEmpty: Bool { own.isEmpty && brought.isEmpty }

    /// The names of all.
    var names: [String] { (own + brought.flatMap(\.limits)).map(\.name).uniqued }

    /// The limits that count a request, each once, as they hold for its caller.
    ///
    /// What comes with one of several credentials counts its bearer: its own key before another one's.
    ///
    /// - Throws: ``MissingAddress``; what kept the directory of tenants from answering.
    func counted(in exchange: Exchange, by counting: LimitCounting) async throws -> [CountedLimit] {
        var subject = LimitSubject(exchange.caller, keyNumbers: exchange.caller.keyLimits, address: nil)
        var counted = try await Self.counted(own, subject, exchange, counting)
        for presented in exchange.presented.indices {
            let (credential, caller) = (exchange.presented[presented].credential.name, exchange.presented[presented].caller)
            guard let index = brought.firstIndex(where: { $0.credential == credential && $0.kind == caller.kind }) else { continue }
            if exchange.presented.count > 1 {
                subject.keyID = caller.keyID ?? exchange.caller.keyID
                subject.keyNumbers = caller.keyID == nil ? exchange.caller.keyLimits : caller.keyLimits
                subject.user = caller.user ?? exchange.caller.user
            }
            let more = try await Self.counted(brought[index].limits, subject, exchange, counting)
            counted += more.filter { limit in !counted.contains { $0.rule.name == limit.rule.name } }
        }
        return counted
    }

    private static func counted(
        _ limits: [Limit],
        _ subject: LimitSubject,
        _ exchange: Exchange,
        _ counting: LimitCounting
    ) async throws -> [CountedLimit] {
        guard !limits.isEmpty else { return [] }
        var subject = subject
        if limits.contains(where: \.dependsOnSubscription) {
            subject.subscription = try await counting.subscription(of: subject.tenant, for: limits)
        }
        return try limits.compactMap { limit in
            if limit.countsByAddress(subject), subject.address == nil {
                guard let address = exchange.address?() else { throw MissingAddress(limit: limit.name) }
                subject.address = address.text
            }
            return limit.counted(for: subject)
        }
    }
}

extension APIDescription.Limit {
    /// Whether somebody is counted by the network address.
    fileprivate func countsByAddress(_ subject: LimitSubject) -> Bool {
        guard partition != .everyone else { return false }
        guard subject.hasCredential else { return partition == .address || countsAnonymous }
        return partition == .address || subject.keyID == nil && subject.user == nil && subject.tenant == nil
    }
}
