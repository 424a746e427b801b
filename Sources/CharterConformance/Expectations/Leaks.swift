import CharterRuntime
import HTTPTypes

/// What an error must not tell: the caller's secrets, and how the server is made.
struct Leaks {
    /// What traces of calls and messages of databases have in them, and no text for callers.
    private static let signs = [
        "Traceback (most recent", "stack trace", "stacktrace", ".swift:", ".py\", line", "node_modules", "SQLITE_", "SQLSTATE", "sqlite3.",
        "goroutine ", "panicked at", "at java.", "Fatal error:",
    ]
    /// Shorter texts may be in a reply by chance.
    private static let shortestSecret = 12

    private let secrets: [String]

    /// - Parameter credentials: What the API takes, where it takes it: all else in a request is no secret, as idempotency keys and tenants.
    init(of request: EndpointRequest, credentials: [APIDescription.Credential]) {
        let places = credentials.flatMap { [$0.place] + $0.fallbackPlaces }
        let headers = Set(places.compactMap { $0.header?.lowercased() })
        let parameters = Set(places.compactMap(\.parameter))
        let words = request.headerFields.filter { headers.contains($0.name.canonicalName) }.flatMap { $0.value.split { " ,".contains($0) } }
        let texts = request.credentialQuery.filter { parameters.contains($0.name) }.map { $0.value[...] }
        secrets = (words + texts).map(String.init).filter { $0.count >= Self.shortestSecret }
    }

    func faults(in reply: HTTPReply) -> [String] {
        let text = String(decoding: reply.body, as: UTF8.self)
        let signs = Self.signs.filter(text.contains).map { "the body tells of the server's inside: \($0)" }
        return signs + (secrets.contains(where: text.contains) ? ["the body repeats the credential of the request"] : [])
    }
}

extension APIDescription.Credential.Place {
    /// The name of its query parameter; nil for a header field.
    fileprivate var parameter: String? {
        if case .query(let name) = self { name } else { nil }
    }
}
