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
    /// The URL at which callers reach what the request asks for, without its query.
    let url: String
    /// What the cursors of lists are sealed with.
    let cursorSecret: CursorSecret
    /// What a reply can say without its handler.
    var facts: ReplyFacts
    /// Set by ``Authentication``.
    var caller = Caller.anonymous
    /// The credentials that the request was let in by, each with whom it speaks for; set by ``Authentication``.
    var presented: [PresentedCredential] = []
    /// Set by ``TenantIsolation``.
    var tenant: String?
    /// Set by ``BodyCollection``; ``RequestValidation`` makes it the JSON that the endpoint documents, however it was sent.
    var body: [UInt8] = []
    /// Whether ``BodyCollection`` has read the body.
    var isCollected = false
    /// Set by ``RequestValidation``.
    var parameters = ParameterValues()
    /// Set by ``RequestValidation`` where the endpoint is paged.
    var page: RequestedPage?
    /// Set by ``IdempotencyKeyCheck``.
    var idempotencyKey: String?
    /// The stages on whose findings others build, as far as they have let the request pass.
    var passed: Set<Stage> = []

    typealias Stage = APIDescription.RequestRules.Stage

    /// The descriptions of the credentials that the request was let in by.
    var credentials: [APIDescription.Credential] { presented.map(\.credential) }

    /// Makes sure that a stage has what another one finds out: without it, nobody would be refused.
    ///
    /// - Throws: ``StageOutOfOrder``
    func require(_ needed: Stage, before stage: Stage) throws(StageOutOfOrder) {
        guard passed.contains(needed) else { throw StageOutOfOrder(stage: stage, needed: needed) }
    }
}

extension Exchange {
    /// The type of a body that was sent as a form which the endpoint takes; nil for JSON, and where no type is said.
    var formType: ContentType? {
        guard let type = head.headerFields[.contentType].map(ContentType.init), let medium = type.medium, medium != .json,
            endpoint.requestBody?.media.contains(medium) ?? false
        else { return nil }
        return type
    }
}
