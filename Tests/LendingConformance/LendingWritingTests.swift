import CharterClient
import CharterRuntime
import HTTPTypes
import LendingAPIClient
import LendingModels
import SampleServers
import Testing

/// What calls change.
@Suite("Generated client, writing")
struct LendingWritingTests {
    private let trial: LendingTrial

    init() throws {
        trial = try LendingTrial()
    }

    @Test("a reader is registered, and written anew by the same call")
    func putTwice() async throws {
        let client = try trial.system()
        var form = ReaderCreate(name: "Mia Holt", email: "mia@x.example", interests: ["tides"], standing: .good)
        let registered = try await client.putReader(number: "R009999", body: form)
        #expect((registered.status, registered.body.since) == (.created, InMemoryLending.now))
        form.name = "Mia Holt-Reed"
        form.interests = []
        let rewritten = try await client.putReader(number: "R009999", body: form)
        #expect(rewritten.status == .ok)
        #expect((rewritten.body.name, rewritten.body.interests) == ("Mia Holt-Reed", []))
        #expect(try await client.getReader(number: "R009999") == rewritten.body)
        var numbers: [String] = []
        for try await reader in client.listReaders(limit: 3) { numbers.append(reader.number) }
        #expect(numbers.filter { $0 == "R009999" }.count == 1)
    }

    @Test("a change replaces an address whole and keeps what it does not name")
    func patch() async throws {
        let client = try trial.person(.librarian)
        var expected = try await client.getReader(number: "R004711")
        let address = Address(street: "9 Lock Road", town: "Overwater")
        let changed = try await client.changeReader(number: "R004711", body: ReaderChange(address: address))
        expected.address = address
        #expect(changed == expected)
        #expect(changed.address?.postcode == nil)
    }

    @Test("a reader is removed once")
    func delete() async throws {
        let client = try trial.system()
        try await client.removeReader(number: "R004713")
        #expect(await refusal { () throws(ClientError) in try await client.removeReader(number: "R004713") } == "404 nothing.here")
        #expect(await refusal { () throws(ClientError) in try await client.removeReader(number: "R004712") } == "409 loans.open")
    }

    @Test("a POST can stand for another method")
    func override() async throws {
        let fields = LendingTrial.basic().merging(["X-HTTP-Method-Override": "delete"]) { $1 }
        #expect(try await trial.send(.post, "/readers/R004713", fields).status == 204)
        #expect(try await trial.send(.get, "/readers/R004713", LendingTrial.basic()).outcome == "404 nothing.here")
    }

    @Test("a wish is taken up, not fulfilled")
    func reserve() async throws {
        let client = try trial.person(.reader)
        let wish = ReservationCreate(isbn: "9780000000071", until: CalendarDate(sample: "2026-06-30"))
        #expect(try await client.requestReservation(body: wish).state == .asked)
        let unknown = ReservationCreate(isbn: "9790000000000")
        #expect(await refusal { () throws(ClientError) in try await client.requestReservation(body: unknown) } == "422 work.unknown")
        let raw = try await trial.send(.post, "/reservations", LendingTrial.bearer(.reader), body: #"{"isbn":"9780000000071"}"#)
        #expect(raw.status == 202)
    }

    @Test("replies are bare, in one casing, to the second, and say what every reply does")
    func spelling() async throws {
        let raw = try await trial.send(.get, "/readers/R004711", LendingTrial.basic())
        #expect(raw.json?["since"] == .string("2026-01-05T09:30:00Z"))
        #expect(raw.json?["owes"] == .string("0.00"))
        #expect(raw.json?["bornOn"] == .string("1990-12-10"))
        #expect(raw["X-Trace"] != nil)
        #expect(raw["X-Served-At"] != nil)
        let branches = try await trial.send(.get, "/branches")
        guard case .array(let entries)? = branches.json?["entries"] else { throw TestFailure("no entries") }
        #expect(entries.first?["hours"] == .array([["09:30", "12:30"], ["14:00", "18:00"]].map { .array($0.map(JSONValue.string)) }))
    }

    @Test("a list that is not paged comes out of its member")
    func wholeList() async throws {
        let branches = try await trial.system().listBranches()
        #expect(branches.map(\.name) == [SampleKey.millStreet, SampleKey.weirLane])
    }

    @Test("a new loan says where it is")
    func location() async throws {
        let fields = LendingTrial.bearer(.librarian).merging(["X-Lending-App": SampleKey.desk.text]) { $1 }
        let body = #"{"barcode": "00012345", "reader": "R004711", "slip": "5d0cb1c2-63f0-4a56-a9a5-9d4a2f1f7c10"}"#
        let reply = try await trial.send(.post, "/loans", fields, body: body)
        #expect(reply.status == 201)
        let location = try #require(reply["Location"])
        #expect(location.hasPrefix("/v2/loans/"))
        #expect(try await trial.send(.get, String(location.dropFirst(3)), LendingTrial.basic()).json?["reader"] == .string("R004711"))
    }
}
