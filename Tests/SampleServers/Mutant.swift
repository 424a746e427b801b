public import CharterConformance
public import CharterRuntime

/// A server with a single fault, and a check that has to find it.
///
/// Half of the faults are made without touching a server: one that keeps another contract than the one it is held to is at fault where the two
/// differ. The others are put into what goes to a server or comes from it.
public struct Mutant: Sendable, CustomStringConvertible {
    /// What is wrong, in words.
    public let description: String
    /// The name of the check that fails.
    public let check: String
    private let change: @Sendable (inout APIDescription) -> Void
    private let wrap: (@Sendable (any HTTPTransport) -> any HTTPTransport)?

    /// A server that keeps another contract than this.
    public init(_ description: String, found check: String, contract change: @escaping @Sendable (inout APIDescription) -> Void) {
        self.description = description
        self.check = check
        self.change = change
        wrap = nil
    }

    /// A server at fault on the wire.
    public init(_ description: String, found check: String, wire: WireFault) {
        self.description = description
        self.check = check
        change = { _ in }
        wrap = wire.wrap
    }

    /// What the check says of the faulty server, and of the server as it is.
    ///
    /// - Parameter start: Starts a server, behind what leads to it.
    public func outcomes(
        of api: APIDescription,
        starting start: ((any HTTPTransport) -> any HTTPTransport) throws -> ServerUnderTest
    ) async throws -> (faulty: CheckResult?, sound: CheckResult?) {
        var other = api
        change(&other)
        let faulty = ConformanceSuite(other, server: try start(wrap ?? { $0 }))
        let sound = ConformanceSuite(api, server: try start { $0 })
        return (await result(from: faulty), await result(from: sound))
    }

    private func result(from suite: ConformanceSuite) async -> CheckResult? {
        guard let found = suite.check(named: check) else { return nil }
        return await suite.run(found)
    }
}

extension APIDescription {
    /// Changes one endpoint.
    public mutating func change(_ id: String, _ change: (inout Endpoint) -> Void) {
        for index in endpoints.indices where endpoints[index].id == id { change(&endpoints[index]) }
    }

    /// Changes one credential.
    public mutating func change(credential name: String, _ change: (inout Credential) -> Void) {
        for index in credentials.indices where credentials[index].name == name { change(&credentials[index]) }
    }

    /// Changes one limit.
    public mutating func change(limit name: String, _ change: (inout Limit) -> Void) {
        for index in limits.indices where limits[index].name == name { change(&limits[index]) }
    }

    /// Changes one field of what an endpoint takes.
    public mutating func changeField(_ name: String, of id: String, _ change: (inout Property) -> Void) {
        let api = self
        self.change(id) { endpoint in
            guard let schema = endpoint.requestBody?.schema, case .object(var properties)? = api.resolved(schema)?.schema else { return }
            for index in properties.indices where properties[index].name == name { change(&properties[index]) }
            endpoint.requestBody?.schema = .object(properties)
        }
    }
}
