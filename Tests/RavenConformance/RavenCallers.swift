import CharterRuntime
import RavenAPIClient

/// Clients of one server, for whoever calls.
struct RavenCallers {
    let transport: RecordingTransport

    init() throws {
        transport = RecordingTransport(try InMemoryRaven.transport())
    }

    /// A service with the key of a tenant.
    func service(_ tenant: Landmarks = .acme) throws -> RavenClient<LiveKey> {
        try service(key: SampleKey(tenant: tenant.slug).text)
    }

    func service(key: String) throws -> RavenClient<LiveKey> {
        RavenClient(key: try LiveKey(key), transport: transport)
    }

    /// A person who works on the data of a tenant.
    func person(_ account: Account, in tenant: String = Landmarks.acme.slug) throws -> RavenClient<PersonToken> {
        let fields = ["X-App-Name": "raven-cloud", "X-Tenant-Slug": tenant]
        return RavenClient(key: try PersonToken(account.token), headers: fields, transport: transport)
    }
}
