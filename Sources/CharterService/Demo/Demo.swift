import CharterRuntime

/// A demonstration that is about to begin.
struct Demo: Sendable {
    let sample: ServiceSample
    let credentials: [Fixtures.Credential]
    let control: DemoControl

    /// What a checker must know of it.
    ///
    /// - Parameters:
    ///   - baseURL: Where the API is served.
    ///   - origin: Scheme, host and port.
    func fixtures(baseURL: String, origin: String) -> Fixtures {
        Fixtures(
            baseURL: baseURL,
            tenants: sample.tenants,
            suspended: sample.suspended.isEmpty ? nil : sample.suspended,
            credentials: credentials,
            parameters: sample.parameters,
            bodies: sample.bodies.isEmpty ? nil : sample.bodies,
            failures: sample.failures.isEmpty ? nil : sample.failures,
            plans: sample.plans.isEmpty ? nil : sample.plans,
            control: Fixtures.Control(reset: origin + DemoControl.resetPath, advanceClock: origin + DemoControl.clockPath)
        )
    }
}
