import CharterRuntime
import CharterServer
import CharterServerTesting
import HTTPTypes
import Hummingbird
import Testing

/// Cursors that are sealed: tied to their list, its tenant and filters, and to a time.
@Suite("Cursors")
struct CursorTests {
    private let clock = AdjustableClock(at: Timestamp(secondsSinceEpoch: 1_000_000))
    private let router = Router()
    private let secret: ServerSecret

    init() {
        self.init(secret: ServerSecret(bytes: Array(0..<32)))
    }

    private init(secret: ServerSecret) {
        self.secret = secret
        serve(boundTo: ["state"], lifetime: 60, at: "tied")
        serve(boundTo: [], lifetime: nil, at: "free")
        serve(boundTo: [], lifetime: nil, at: "other")
        serve(boundTo: [], lifetime: nil, at: "folders/:folder")
        serve(.url, at: "linked")
    }

    private func serve(boundTo names: [String], lifetime: Int?, at path: String) {
        serve(.cursor(parameter: "cursor", boundTo: names, lifetime: lifetime), at: path)
    }

    /// Serves a list whose cursors say the number of items before a page.
    private func serve(_ position: APIDescription.Paging.Position, at path: String) {
        let paging = APIDescription.Paging(
            name: "p",
            pageSize: .init(parameter: "size", defaultValue: 2, minimum: 1, maximum: 9, below: .reject, above: .reject),
            position: position,
            members: .init(items: "items", next: "next", previous: "previous")
        )
        let endpoint = APIDescription.Endpoint.get {
            $0.id = path.replacing("/:", with: "-")
            $0.path = .init("/\(path)")
            $0.queryParameters = [
                .init(name: "state", schema: .string(), isRequired: false, defaultValue: "on"),
                .init(name: "sort", schema: .string(), isRequired: false),
            ]
            $0.paging = paging
        }
        var routes = APIRoutes(
            .small([endpoint]),
            keys: InMemoryKeyStore(.small([endpoint])),
            secret: secret,
            clock: clock
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
        clock.advance(by: .seconds(seconds))
        #expect(try await send("tied?cursor=\(cursor)").outcome == outcome)
    }

    @Test("are refused where no list gave them", arguments: ["1", "not-a-cursor", "MSAyIDM", "IA", "%20", "tied"])
    func madeUp(cursor: String) async throws {
        #expect(try await send("tied?cursor=\(cursor)").outcome == "400 invalid-cursor")
    }

    @Test("come back to the handler as it gave them, and show callers another text")
    func own() async throws {
        let cursor = try await cursor("free")
        #expect(cursor != "1")
        #expect(cursor.wholeMatch(of: /[A-Za-z0-9_-]+/) != nil)
        #expect(try await send("free?cursor=\(cursor)").json?["items"] == .array([.integer(1)]))
    }

    @Test("are refused when a single character is another")
    func tampered() async throws {
        let cursor = try await cursor("free")
        for index in cursor.indices {
            for other in ["A", "B", "-"] as [Character] where other != cursor[index] {
                let changed = cursor[..<index] + [other] + cursor[cursor.index(after: index)...]
                #expect(try await send("free?cursor=\(changed)").outcome == "400 invalid-cursor", "\(changed)")
            }
        }
        for text in [cursor + "A", String(cursor.dropLast()), cursor + "=", String(repeating: "A", count: 4000)] {
            #expect(try await send("free?cursor=\(text)").outcome == "400 invalid-cursor", "\(text)")
        }
    }

    @Test(
        "belong to their list",
        arguments: [
            ("free", "other"), ("free", "tied"), ("tied", "free"), ("free", "linked"), ("linked", "free"), ("folders/a", "folders/b"),
        ]
    )
    func otherList(from: String, to: String) async throws {
        let cursor = from == "linked" ? try await linkedCursor : try await cursor(from)
        #expect(try await send("\(from)?cursor=\(cursor)").status == 200)
        #expect(try await send("\(to)?cursor=\(cursor)").outcome == "400 invalid-cursor")
    }

    /// The cursor in the URL that a page gives.
    private var linkedCursor: String {
        get async throws {
            let url = try await cursor("linked")
            return String(try #require(url.split(separator: "=").last))
        }
    }

    @Test("are of the server that gave them")
    func otherSecret() async throws {
        let cursor = try await cursor("free")
        let other = CursorTests(secret: ServerSecret(bytes: Array(1...32)))
        #expect(try await other.send("free?cursor=\(cursor)").outcome == "400 invalid-cursor")
        #expect(try await CursorTests().send("free?cursor=\(cursor)").status == 200)
    }
}
