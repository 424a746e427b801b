import CharterRuntime
import HTTPTypes

/// Requests as somebody types them, for what the generated client would not send.
struct Wire {
    private let transport: any HTTPTransport

    init(_ transport: any HTTPTransport) {
        self.transport = transport
    }

    /// Who sends a request.
    enum Sender: Sendable {
        case nobody
        case service(Landmarks)
        case person(Account, String)
        case fields([String: String])

        /// Somebody who may do everything in the first tenant.
        static let owner = Sender.person(.ada, Landmarks.acme.slug)

        var fields: [String: String] {
            switch self {
            case .nobody: [:]
            case .service(let tenant): ["X-Raven-Key": SampleKey(tenant: tenant.slug).text]
            case .person(let account, let slug):
                ["Authorization": "Bearer \(account.token)", "X-App-Name": "raven-cloud", "X-Tenant-Slug": slug]
            case .fields(let fields): fields
            }
        }
    }

    /// Sends a request to a path below the base path; a body is JSON unless `media` says otherwise.
    func send(
        _ method: HTTPRequest.Method,
        _ path: String,
        as sender: Sender,
        media: String? = "application/json",
        body: String? = nil
    ) async throws -> WireReply {
        var request = HTTPRequest(method: method, scheme: "https", authority: "raven.example", path: "/v1" + path)
        let fields = sender.fields.merging(body == nil ? [:] : media.map { ["Content-Type": $0] } ?? [:]) { first, _ in first }
        for (name, value) in fields { HTTPField.Name(name).map { request.headerFields[$0] = value } }
        return WireReply(try await transport.send(request, body: Array((body ?? "").utf8)))
    }
}

/// What came back.
struct WireReply {
    private let reply: HTTPReply

    init(_ reply: HTTPReply) {
        self.reply = reply
    }

    var status: Int { reply.head.status.code }
    var media: String? { reply.head.headerFields[.contentType] }
    var retryAfter: String? { reply.head.headerFields[.retryAfter] }
    var json: JSONValue? { try? JSONCoding.decode(JSONValue.self, from: reply.body) }

    /// The members of the body by name; nil unless the body is an object.
    var members: [String: JSONValue]? {
        if case .object(let members)? = json { members } else { nil }
    }
}
