import CharterRuntime
import CharterServerTesting
import HTTPTypes
import Hummingbird

@testable import CharterServer

/// An API of notes, served in this process on the first of May 2026.
///
/// Two tenants have two keys each, of which one belongs to a person: `a-ada` and `a-robot`, `b-bob` and `b-robot`.
struct NotesServer: Sendable {
    let clock: AdjustableClock
    let effects: WatchedEffects
    let desk = NoteDesk()
    private let transport: InProcessTransport

    /// Serves an API.
    ///
    /// - Parameters:
    ///   - earlier: A server that goes on in another process: its store and its clock.
    ///   - sleep: What lets the time pass for which calls wait.
    init(
        _ api: APIDescription = .notes(),
        after earlier: NotesServer? = nil,
        secret: ServerSecret = .ofThisProcess,
        callWait: Duration = .seconds(600),
        transactionTime: Duration? = nil,
        sleep: (@Sendable (Duration) async throws -> Void)? = nil
    ) throws {
        let clock = earlier?.clock ?? AdjustableClock(at: Timestamp(secondsSinceEpoch: 1_777_593_600))
        let effects = earlier?.effects ?? WatchedEffects(clock: clock)
        let keys = InMemoryKeyStore(api)
        for (id, user, tenant) in [("a-ada", "ada", "a"), ("a-robot", nil, "a"), ("b-bob", "bob", "b"), ("b-robot", nil, "b")] {
            try keys.add(id, id: id, kind: nil, credential: "key", scopes: [], user: user, tenant: tenant)
        }
        var routes = APIRoutes(api, keys: keys, secret: secret, callWait: callWait, transactionTime: transactionTime, clock: clock)
        if let sleep { routes.sleep = sleep }
        for endpoint in api.endpoints {
            routes.value(endpoint, { try $0.body() as Note }, payload: { $0 }, in: effects) { [desk] note, _, transaction in
                try await desk.write(note, in: transaction)
            }
        }
        let router = Router()
        routes.register(on: router)
        (self.clock, self.effects, transport) = (clock, effects, InProcessTransport(router: router))
    }

    /// Writes a note.
    func write(
        _ body: String = #"{"text":"milk"}"#,
        once: String? = "k1",
        as key: String = "a-robot",
        to path: String = "/notes"
    ) async throws -> NotesReply {
        var request = HTTPRequest(method: .post, scheme: "https", authority: "notes.example", path: "/v1" + path)
        request.headerFields = [.contentType: "application/json"]
        request.headerFields[.named("X-Key")] = key
        request.headerFields[.named("Once")] = once
        return NotesReply(try await transport.send(request, body: Array(body.utf8)))
    }
}

/// A reply, with the questions that tests ask of it.
struct NotesReply: Sendable {
    let head: HTTPResponse
    let body: [UInt8]

    init(_ reply: HTTPReply) {
        (head, body) = (reply.head, reply.body)
    }

    var status: Int { head.status.code }
    var text: String { String(decoding: body, as: UTF8.self) }
    var isReplay: Bool { self["Once-Replayed"] == "true" }

    /// The status and the code of an error; of other replies the status, and whether it was given before.
    var outcome: String {
        let problem = try? JSONCoding.decode(Problem.self, from: body)
        return "\(status)" + (problem.map { " \($0.code)" } ?? "") + (isReplay ? " again" : "")
    }

    subscript(name: String) -> String? { head.headerFields[.named(name)] }
}

extension HTTPField.Name {
    fileprivate static func named(_ text: String) -> HTTPField.Name {
        guard let name = HTTPField.Name(text) else { preconditionFailure("\(text) is a field name") }
        return name
    }
}
