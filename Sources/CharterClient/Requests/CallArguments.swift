import CharterRuntime

/// What a caller passes to one call of an endpoint.
struct CallArguments: Sendable {
    var path: APIClient.PathValues = [:]
    var query: APIClient.QueryValues = [:]
    var headers: APIClient.HeaderValues = [:]
    var idempotencyKey: String?
    var body: (any JSONWritable & Sendable)?
}
