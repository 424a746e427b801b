import CharterRuntime
import HTTPTypes
import Hummingbird

/// A request on its way through the stages, with what they have found out so far.
struct Exchange: Sendable {
    let endpoint: APIDescription.Endpoint
    let head: HTTPRequest
    /// The body as it arrives; ``BodyCollection`` reads it.
    let content: RequestBody
    let path: PathValues
    let query: QueryValues
    let requestID: String
    /// Set by ``Authentication``.
    var caller = Caller.anonymous
    /// Set by ``BodyCollection``.
    var body: [UInt8] = []
    /// Set by ``RequestValidation`` where the endpoint is paged.
    var page: OffsetPage?
}
