import CharterClient
import CharterRuntime
import CharterServer
import HTTPTypes
import LendingAPIClient
import LendingModels
import Testing

/// The conventions of Lending, on a clock that the test drives.
@Suite("Conventions of Lending")
struct LendingConventionTests {
    private let clock = AdjustableClock(at: InMemoryLending.now)
    private let trial: LendingTrial

    init() throws {
        trial = try LendingTrial(clock: clock)
    }

    @Test("30 visitors a minute pass from an address, and are told how many are left")
    func visitors() async throws {
        for left in (0..<30).reversed() {
            let reply = try await trial.send(.get, "/branches")
            #expect(reply.status == 200)
            #expect(reply["RateLimit-Policy"] == #""visitors";q=30;w=60"#)
            #expect(reply["RateLimit"] == #""visitors";r=\#(left);t=60"#)
        }
        let refused = try await trial.send(.get, "/branches")
        #expect((refused.outcome, refused["Retry-After"]) == ("429 slow.down", "60"))
        clock.advance(by: .seconds(60))
        #expect(try await trial.send(.get, "/branches").status == 200)
    }

    @Test("600 searches an hour pass, by the clock on the wall, and what is not found is not counted")
    func searches() async throws {
        let key = "key=\(SampleKey.catalogue.text)"
        for _ in 0..<5 {
            let reply = try await trial.send(.get, "/works/9780000000002?\(key)")
            #expect(reply.status == 404)
            #expect(reply["RateLimit"]?.contains(";r=600;") == true)
        }
        for _ in 0..<600 { #expect(try await trial.send(.get, "/works/9780140449136?\(key)").status == 200) }
        let refused = try await trial.send(.get, "/works/9780140449136?\(key)")
        #expect(refused.outcome == "429 slow.down")
        let wait = try #require(refused["Retry-After"].flatMap { Int($0) })
        clock.advance(by: .seconds(wait))
        #expect(try await trial.send(.get, "/works/9780140449136?\(key)").status == 200)
    }

    @Test("a person may do 20 things at once, and two more with each second; what was in conflict is not counted")
    func people() async throws {
        let fields = LendingTrial.bearer(.librarian)
        for _ in 0..<20 { #expect(try await trial.send(.get, "/me", fields).status == 200) }
        let refused = try await trial.send(.get, "/me", fields)
        #expect((refused.outcome, refused["Retry-After"]) == ("429 slow.down", "1"))
        #expect(try await trial.send(.get, "/me", LendingTrial.bearer(.reader)).status == 200)
        clock.advance(by: .milliseconds(500))
        for _ in 0..<3 { #expect(try await trial.send(.patch, "/readers/R004711", fields, body: #"{"standing": 1}"#).status == 422) }
        #expect(try await trial.send(.get, "/me", fields).status == 200)
        #expect(try await trial.send(.get, "/me", fields).status == 429)
    }

    @Test("a slip lends once, and what it has lent is told again with another spelling and not with another copy")
    func slips() async throws {
        let fields = LendingTrial.bearer(.librarian).merging(["X-Lending-App": SampleKey.desk.text]) { $1 }
        let slip = "5d0cb1c2-63f0-4a56-a9a5-9d4a2f1f7c10"
        let copies = try await trial.system().listCopies(isbn: "9780140449136", size: 20).first().items.filter { $0.state == .in }
        try #require(copies.count > 1)
        func loan(_ barcode: String) -> String { #"{"barcode": "\#(barcode)", "reader": "R004711", "slip": "\#(slip)"}"# }
        let first = try await trial.send(.post, "/loans", fields, body: loan(copies[0].barcode))
        #expect(first.status == 201)
        clock.advance(by: .seconds(6 * 86_400))
        let spelled = #"{ "slip":"\#(slip)", "reader":"\u0052004711", "barcode":"\#(copies[0].barcode)" }"#
        let again = try await trial.send(.post, "/loans", fields, body: spelled)
        #expect((again.status, again.json, again["Location"]) == (201, first.json, first["Location"]))
        #expect(try await trial.send(.post, "/loans", fields, body: loan(copies[1].barcode)).outcome == "409 slip.reused")
        clock.advance(by: .seconds(86_400))
        #expect(try await trial.send(.post, "/loans", fields, body: loan(copies[1].barcode)).status == 201)
    }

    @Test("30 reservations a month are a person's, and only those that were taken up")
    func reservations() async throws {
        let fields = LendingTrial.bearer(.reader).merging(["Content-Type": "application/x-www-form-urlencoded"]) { $1 }
        for number in 0..<33 {
            let isKnown = number % 11 != 0
            let reply = try await trial.send(.post, "/reservations", fields, body: "isbn=\(isKnown ? "9780140449136" : "9780000000002")")
            #expect(reply.status == (isKnown ? 202 : 422))
            clock.advance(by: .seconds(2))
        }
        #expect(try await trial.send(.post, "/reservations", fields, body: "isbn=9780140449136").outcome == "429 quota-exceeded")
        // The month of March ends.
        clock.advance(by: .seconds(31 * 86_400))
        #expect(try await trial.send(.post, "/reservations", fields, body: "isbn=9780140449136").status == 202)
    }

    @Test("a cursor holds for its branch, its filter and a quarter of an hour, and bears no change")
    func cursors() async throws {
        let client = try trial.system()
        let other = try trial.system(.otherSystem)
        let cursor = try #require(try await client.listReaders(standing: .good, limit: 2).first().next)
        for index in [0, cursor.count / 2, cursor.count - 2] {
            var text = Array(cursor)
            text[index] = text[index] == "A" ? "B" : "A"
            let changed = String(text)
            #expect(
                await refusal { () throws(ClientError) in try await client.listReaders(standing: .good, cursor: changed).first() }
                    == "400 invalid-cursor"
            )
        }
        #expect(
            await refusal { () throws(ClientError) in try await other.listReaders(standing: .good, cursor: cursor).first() }
                == "400 invalid-cursor"
        )
        #expect(await refusal { () throws(ClientError) in try await client.listReaders(cursor: cursor).first() } == "400 invalid-cursor")
        clock.advance(by: .seconds(899))
        #expect(await refusal { () throws(ClientError) in try await client.listReaders(standing: .good, cursor: cursor).first() } == nil)
        clock.advance(by: .seconds(1))
        #expect(
            await refusal { () throws(ClientError) in try await client.listReaders(standing: .good, cursor: cursor).first() }
                == "400 invalid-cursor"
        )
    }

    @Test("a list goes on where it was, whoever is registered and removed meanwhile")
    func stablePages() async throws {
        let client = try trial.system()
        let all = try await client.listReaders(limit: 25).first().items.map(\.number)
        let page = try await client.listReaders(limit: 3).first()
        try #require(all.count > 6 && page.items.map(\.number) == Array(all.prefix(3)))
        // Before the place, at it, and behind it.
        _ = try await client.putReader(
            number: "R000001",
            body: ReaderCreate(name: "Mia Holt", email: "mia@x.example", interests: [], standing: .good)
        )
        var removed: [String] = []
        for number in [all[2], all[4]]
        where await refusal({ () throws(ClientError) in try await client.removeReader(number: number) }) == nil {
            removed.append(number)
        }
        #expect(!removed.isEmpty)
        let cursor: String = try #require(page.next)
        let rest = try await client.listReaders(limit: 25, cursor: cursor).first().items.map(\.number)
        #expect(rest == all.dropFirst(3).filter { !removed.contains($0) })
    }

    @Test("a browser may call with a key that may be kept there, and reads nothing that a branch's system gets")
    func browsers() async throws {
        let origin = ["Origin": "https://reading.example"]
        let replies = [
            (try await trial.send(.get, "/works?key=\(SampleKey.catalogue.text)", origin), "*"),
            (try await trial.send(.get, "/readers", origin.merging(LendingTrial.bearer(.librarian)) { $1 }), "*"),
            (try await trial.send(.get, "/readers", origin.merging(LendingTrial.basic()) { $1 }), nil),
            (try await trial.send(.get, "/readers", origin.merging(["X-Lending-Key": SampleKey.system.text]) { $1 }), nil),
        ]
        for (reply, granted) in replies {
            #expect(reply.status == 200)
            #expect(reply["Access-Control-Allow-Origin"] == granted)
        }
        let asked = origin.merging(["Access-Control-Request-Method": "GET", "Access-Control-Request-Headers": "authorization"]) { $1 }
        let preflight = try await trial.send(.options, "/readers", asked)
        #expect((preflight.status, preflight["Access-Control-Allow-Origin"]) == (204, "*"))
        #expect(preflight["Access-Control-Allow-Headers"]?.lowercased().contains("authorization") == true)
    }

    @Test("a wrong method is told which there are, HEAD answers as GET does, and OPTIONS says what there is")
    func methods() async throws {
        let wrong = try await trial.send(.delete, "/works")
        #expect((wrong.outcome, wrong["Allow"]) == ("405 method-not-allowed", "GET, HEAD"))
        let head = try await trial.send(.head, "/readers/R004711", LendingTrial.basic())
        #expect(head.status == 200 && head.reply.body.isEmpty)
        let options = try await trial.send(.options, "/readers/R004711")
        #expect((options.status, options["Allow"]) == (204, "GET, HEAD, PUT, PATCH, DELETE"))
    }
}
