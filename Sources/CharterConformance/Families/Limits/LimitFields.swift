import CharterRuntime
import HTTPTypes

/// The header fields that tell callers of limits, on every reply.
struct LimitFields: Expectation {
    private let names: [String]

    init(of api: APIDescription) {
        names = api.limitHeaders.names
    }

    var summary: String { "\(names.joined(separator: ", ")), as every reply has" }

    func faults(in reply: HTTPReply, to request: EndpointRequest) -> [String] {
        names.filter { !reply.has($0) }.map { "there is no \($0)" }
    }
}

extension HTTPReply {
    /// Whether there is a header field of that name.
    func has(_ name: String) -> Bool { HTTPField.Name(name).flatMap { head.headerFields[$0] } != nil }
}

extension APIDescription.LimitHeaders {
    /// The header fields that tell of a limit, but for `Retry-After`.
    var names: [String] {
        (draft ? ["RateLimit", "RateLimit-Policy"] : []) + [legacy?.limit, legacy?.remaining, legacy?.reset].compactMap(\.self)
    }
}
