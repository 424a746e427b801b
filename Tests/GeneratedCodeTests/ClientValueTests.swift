import Testing

/// What a client is asked for beside its key, as the compiler sees it.
@Suite("What a client is asked for")
struct ClientValueTests {
    @Test("cannot be forgotten, and is not asked for where no call of the key needs it")
    func values() throws {
        let check = try TypeCheck(
            """
            import RavenAPIClient
            func clients(_ token: PersonToken, _ key: LiveKey) {
                _ = RavenClient(key: token, tenant: "acme-co", appName: "raven-cloud")
                _ = RavenClient(key: token, tenant: nil, appName: "raven-cloud")
                _ = RavenClient(key: key)
                _ = RavenClient(key: token, appName: "raven-cloud")
                _ = RavenClient(key: token, tenant: "acme-co")
                _ = RavenClient(key: key, tenant: "acme-co", appName: "raven-cloud")
            }
            """
        )
        #expect(Set(check.errors.map { String($0.prefix { $0 != ":" }) }) == ["6", "7", "8"], "\(check.errors)")
    }
}
