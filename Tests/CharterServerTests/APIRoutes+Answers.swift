import CharterRuntime
import CharterServer

extension APIRoutes {
    /// Answers an endpoint with a value, in a transaction of a new store where calls of it can be repeated.
    mutating func answer(
        _ endpoint: APIDescription.Endpoint,
        _ handler: @escaping @Sendable (AuthorizedRequest) async throws -> some JSONWritable & Sendable
    ) {
        guard endpoint.idempotency != nil else { return value(endpoint, handler) }
        value(endpoint, { $0 }, in: InMemoryEffects()) { request, _, _ in try await handler(request) }
    }
}
