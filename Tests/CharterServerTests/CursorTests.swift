import CharterRuntime
import CharterServer
import CharterServerTesting
import HTTPTypes
import Hummingbird
import Synchronization
import Testing

/// Cursors that are tied to filters and to a time.
@Suite("Cursors")
struct CursorTests {
    /// A clock that tests set, in seconds since 1970.
    private let clock = Clock()
    private let router = Router()

    private final class Clock: Sendable {
        let seconds = Mutex<Int64>(1_000_000)
    }

    init() {
        serve(boundTo: ["state"], lifetime: 60, at: "tied")
        serve(boundTo: [], lifetime: nil, at: "free")
    }

    /// Serves a list whose cursors say the number of items before a page.
    private func serve(boundTo names: [String], lifetime: Int?, at path: String) {
        let paging = APIDescription.Paging(
            name: "p",
            pageSize: .init(parameter: "size", defaultValue: 2, minimum: 1, maximum: 9, below: .reject, above: .reject),
            position: .cursor(parameter: "cursor", boundTo: names, lifetime: lifetime),
            members: .init(items: "items", next: "next", previous: "previous")
        )
        let endpoint = APIDescription.Endpoint.get {
            $0.path = .init("/\(path)")
            $0.queryParameters = [
                .init(name: "state", schema: .string(), isRequired: false, defaultValue: "on"),
                .init(name: "sort", schema: .string(), isRequired: false),
            ]
            $0.paging = paging
        }
        let clock = clock
        var routes = APIRoutes(
            .small([endpoint]),
            keys: InMemoryKeyStore(.small([endpoint])),
            now: {
                Timestamp(secondsSinceEpoch: clock.seconds.withLock(\.self))
            }
        )
        routes.page(endpoint) { request in
            let start = try request.cursorPage.cursor.map { text in
                guard let start = Int(text) else { throw Refusal.invalidCursor }
                return start
            }
            let first = start ?? 0
            return Page(items: [first], next: "\(first + 1)", previous: first > 0 ? "\(first - 1)" : nil)
        }
        routes.register(on: router)
    }

    private func send(_ path: String) async throws -> TrialReply {
        let request = HTTPRequest(method: .get, scheme: "https", authority: "small.example", path: "/v1/\(path)")
        return TrialReply(try await InProcessTransport(router: router).send(request, body: []))
    }

    /// A cursor that a list gives.
    private func cursor(_ path: String, _ member: String = "next") async throws -> String {
        guard case .string(let text)? = try await send(path).json?[member] else { return "none" }
        return text
    }

    @Test("lead on with the filters for which they were given, whatever else changes")
    func sameFilters() async throws {
        let cursor = try await cursor("tied?state=off&sort=up")
        let next = try await send("tied?cursor=\(cursor)&state=off&sort=down&size=3")
        #expect(next.json?["items"] == .array([.integer(1)]))
    }

    @Test("take a default for what it stands for")
    func defaults() async throws {
        let cursor = try await cursor("tied")
        #expect(try await send("tied?state=on&cursor=\(cursor)").status == 200)
    }

    @Test("lead back in the same way")
    func back() async throws {
        let second = try await cursor("tied")
        let first = try await cursor("tied?cursor=\(second)", "previous")
        #expect(try await send("tied?cursor=\(first)").json?["items"] == .array([.integer(0)]))
        #expect(try await send("tied?state=off&cursor=\(first)").outcome == "400 invalid-cursor")
    }

    @Test("are refused with other filters", arguments: ["tied", "tied?state=", "tied?state=off%22"])
    func otherFilters(path: String) async throws {
        let cursor = try await cursor("tied?state=off")
        #expect(try await send("\(path)\(path.contains("?") ? "&" : "?")cursor=\(cursor)").outcome == "400 invalid-cursor")
    }

    @Test("end with their time", arguments: [(59, "200"), (60, "400 invalid-cursor")])
    func lifetime(seconds: Int64, outcome: String) async throws {
        let cursor = try await cursor("tied")
        clock.seconds.withLock { $0 += seconds }
        #expect(try await send("tied?cursor=\(cursor)").outcome == outcome)
    }

    @Test("are refused where no list gave them", arguments: ["1", "not-a-cursor", "MSAyIDM", "IA"])
    func madeUp(cursor: String) async throws {
        #expect(try await send("tied?cursor=\(cursor)").outcome == "400 invalid-cursor")
    }

    @Test("are the handler's own where they are tied to nothing")
    func free() async throws {
        #expect(try await cursor("free") == "1")
    }
}
