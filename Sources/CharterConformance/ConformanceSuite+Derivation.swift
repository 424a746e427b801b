public import CharterRuntime

extension ConformanceSuite {
    /// The checks that apply to an endpoint, in the order in which they are listed and generated.
    public static func checks(of endpoint: APIDescription.Endpoint, in api: APIDescription) -> [Check] {
        api.checks(of: endpoint)
    }
}
