import CharterRuntime

extension APIDescription {
    /// An API of some limits, and of nothing else.
    static func limited(
        _ limits: [Limit],
        headers: LimitHeaders = LimitHeaders(retryAfter: true),
        _ change: (inout APIDescription) -> Void = { _ in }
    ) -> APIDescription {
        var api = APIDescription(
            name: "Limited",
            title: "Limited",
            version: "1.0.0",
            servers: [Server(name: "production", url: "https://limited.example")],
            limits: limits,
            limitHeaders: headers,
            errors: .problem,
            endpoints: [],
            types: [:]
        )
        change(&api)
        return api
    }
}
