import CharterRuntime
import Hummingbird

/// One endpoint and what answers its authorized requests.
struct Route: Sendable {
    let endpoint: APIDescription.Endpoint
    let respond: @Sendable (AuthorizedRequest) async throws -> Response
}
