import CharterRuntime

/// Someone whom the fixtures let call: an entry for each credential that is needed at once.
struct FixtureCaller: Sendable {
    private(set) var entries: [(credential: String, entry: Fixtures.Credential)] = []

    /// The scopes of all entries.
    var scopes: Set<String> { Set(entries.flatMap(\.entry.scopes)) }
    /// The roles of all entries.
    var roles: Set<String> { Set(entries.flatMap { $0.entry.roles ?? [] }) }
    /// The names of the credentials.
    var credentials: [String] { entries.map(\.credential) }

    /// The person who calls; nil where that is not known.
    var user: String? {
        let users = Set(entries.compactMap(\.entry.user))
        return users.count == 1 ? users.first : nil
    }

    func adding(_ entry: Fixtures.Credential, as credential: String) -> FixtureCaller {
        var caller = self
        caller.entries.append((credential, entry))
        return caller
    }

    func removing(_ credential: String) -> FixtureCaller {
        var caller = self
        caller.entries.removeAll { $0.credential == credential }
        return caller
    }

    /// Whether the entry for a credential is one of that tenant.
    func belongs(to tenant: String, as credential: String) -> Bool {
        entries.contains { $0.credential == credential && $0.entry.tenant == tenant }
    }
}
