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

    init(of request: EndpointRequest) {
        let words = request.headerFields.flatMap { $0.value.split(separator: " ") } + request.credentialQuery.map { $0.value[...] }
        secrets = words.map(String.init).filter { $0.count >= Self.shortestSecret && !$0.contains("/") && !$0.contains(",") }
    }

    func faults(in reply: HTTPReply) -> [String] {
        let text = String(decoding: reply.body, as: UTF8.self)
        let signs = Self.signs.filter(text.contains).map { "the body tells of the server's inside: \($0)" }
        return signs + (secrets.contains(where: text.contains) ? ["the body repeats what the request had in its header"] : [])
    }
}
