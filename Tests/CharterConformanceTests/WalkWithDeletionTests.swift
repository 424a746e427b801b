import CharterConformance
import CharterRuntime
import HTTPTypes
import Synchronization
import Testing

/// Eight notes, behind or before which new ones are put, in pages that begin behind a note or at a place.
private final class Notes: HTTPTransport {
    private struct State {
        var notes = (1...8).map { "n\($0)" }
        var made = 0
    }

    private let state = Mutex(State())
    private let countsPlaces: Bool
    private let beginsWithNew: Bool

    init(countsPlaces: Bool = false, beginsWithNew: Bool = false) {
        (self.countsPlaces, self.beginsWithNew) = (countsPlaces, beginsWithNew)
    }

    func send(_ request: HTTPRequest, body: [UInt8]) -> HTTPReply {
        state.withLock { state in
            switch request.method {
            case .post:
                state.made += 1
                state.notes.insert("m\(state.made)", at: beginsWithNew ? 0 : state.notes.count)
                return .json(#"{"id":"m\#(state.made)"}"#, status: 201)
            case .delete:
                let id = String((request.path ?? "").split(separator: "/").last ?? "")
                guard state.notes.contains(id) else { return .refusal(.notFound, status: 404) }
                state.notes.removeAll { $0 == id }
                return HTTPReply(head: HTTPResponse(status: .noContent), body: [])
            default: return page(of: state.notes, request.path ?? "")
            }
        }
    }

    private func page(of notes: [String], _ target: String) -> HTTPReply {
        let items = target.split(separator: "?").dropFirst().joined().split(separator: "&")
        let pairs = items.map { $0.split(separator: "=").map(String.init) }
        let query = Dictionary(pairs.map { ($0[0], $0[1]) }) { first, _ in first }
        let size = query["size"].flatMap { Int($0) } ?? 3
        // A cursor is the place and the note before it.
        let cursor = query["cursor"].map { $0.split(separator: ".").map(String.init) }
        var start = cursor.flatMap { Int($0[0]) } ?? 0
        if !countsPlaces, let last = cursor?.last, let place = notes.firstIndex(of: last) { start = place + 1 }
        let end = min(notes.count, start + size)
        let shown = notes[min(start, end)..<end].map { #"{"id":"\#($0)"}"# }.joined(separator: ",")
        return .json(#"{"notes":[\#(shown)],"next":\#(end < notes.count ? "\"\(end).\(notes[end - 1])\"" : "null")}"#)
    }
}

@Suite("a walk through a list from which an item is deleted")
struct WalkWithDeletionTests {
    @Test("has each of the others once, unless pages begin at places", arguments: [false, true], [false, true])
    func deletion(countsPlaces: Bool, beginsWithNew: Bool) async {
        let result = await run(Notes(countsPlaces: countsPlaces, beginsWithNew: beginsWithNew))
        #expect(result.outcome == (countsPlaces ? .failed : .passed), "\(result.actual)")
        if !countsPlaces { #expect(result.actual == (beginsWithNew ? "8 items, each once" : "10 items, each once")) }
    }

    @Test("deletes what the fixtures name where nothing can be made", arguments: [("n3", CheckResult.Outcome.failed), ("n8", .unchecked)])
    func known(id: String, outcome: CheckResult.Outcome) async {
        let result = await run(Notes(countsPlaces: true), makes: false, deleting: id)
        #expect(result.outcome == outcome, "\(result.actual)")
        if outcome == .unchecked { #expect(result.actual.contains("an item of listNotes that dropNote may delete")) }
    }

    @Test("is not asked for where nobody deletes, or pages begin at places by documentation")
    func promise() {
        let name = "listNotes/deletion-during-walk"
        #expect(Self.api().conformanceChecks.contains { $0.name == name })
        var api = Self.api()
        api.endpoints.removeLast()
        #expect(!api.conformanceChecks.contains { $0.name == name })
        api = Self.api()
        api.endpoints[0].paging?.position = .offset(parameter: "offset")
        #expect(!api.conformanceChecks.contains { $0.name == name })
    }

    private func run(_ notes: Notes, makes: Bool = true, deleting id: String? = nil) async -> CheckResult {
        let parameters = id.map { ["all": ["dropNote": ["id": $0]]] } ?? [:]
        let fixtures = Fixtures(baseURL: "http://localhost/v1", tenants: ["all"], credentials: [], parameters: parameters)
        let api = Self.api(makes: makes)
        let server = ServerUnderTest(transport: notes, fixtures: fixtures)
        return await CharterConformanceTests.run("deletion-during-walk", on: api.endpoints[0], in: api, server)
    }

    private static func api(makes: Bool = true) -> APIDescription {
        var list = APIDescription.Endpoint(id: "listNotes", method: .get, path: "/notes", summary: "Lists", success: .init(status: 200))
        list.success.body = .named("Note")
        list.paging = .init(
            name: "byCursor",
            pageSize: .init(parameter: "size", defaultValue: 3, minimum: 1, maximum: 5, below: .reject, above: .reject),
            position: .cursor(parameter: "cursor", boundTo: [], lifetime: nil),
            members: .init(items: "notes", next: "next")
        )
        let add = APIDescription.Endpoint(
            id: "addNote",
            method: .post,
            path: "/notes",
            summary: "Adds",
            success: .init(status: 201, body: .named("Note"))
        )
        let drop = APIDescription.Endpoint(
            id: "dropNote",
            method: .delete,
            path: "/notes/:id",
            summary: "Drops",
            pathParameters: [.init(name: "id", schema: .string(), isRequired: true)],
            success: .init(status: 204)
        )
        return APIDescription(
            name: "Notes",
            title: "Notes API",
            version: "1.0.0",
            servers: [.init(name: "production", url: "https://notes.example/v1")],
            errors: .problem,
            endpoints: [list] + (makes ? [add] : []) + [drop],
            types: ["Note": .object([.init("id", .string())])]
        )
    }
}
