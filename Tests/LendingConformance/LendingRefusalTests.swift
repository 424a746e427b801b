import CharterClient
import CharterRuntime
import HTTPTypes
import LendingAPIClient
import LendingModels
import Testing

/// What is refused, in which order, and in which words.
@Suite("Refusals of the lending libraries")
struct LendingRefusalTests {
    private let trial: LendingTrial

    init() throws {
        trial = try LendingTrial()
    }

    private static let form = #"{"name":"Mia","email":"mia@x.example","interests":[],"standing":"good"}"#

    @Test("a reader may not do what librarians do")
    func role() async throws {
        let client = try trial.person(.reader)
        #expect(await refusal { () throws(ClientError) in try await client.getReader(number: "R004711") } == "403 role.missing")
        #expect(await refusal { () throws(ClientError) in try await client.removeReader(number: "R004711") } == "403 role.missing")
    }

    @Test("another branch's things are not there, for systems and for people")
    func foreign() async throws {
        let system = try trial.system(.otherSystem)
        let person = try trial.person(.otherLibrarian)
        let form = ReaderCreate(name: "Mia", email: "mia@x.example", interests: [], standing: .good)
        #expect(await refusal { () throws(ClientError) in try await system.getReader(number: "R004711") } == "404 nothing.here")
        #expect(await refusal { () throws(ClientError) in try await system.putReader(number: "R004711", body: form) } == "404 nothing.here")
        #expect(await refusal { () throws(ClientError) in try await person.getReader(number: "R004711") } == "404 nothing.here")
        #expect(await refusal { () throws(ClientError) in try await person.listLoans().first() } == "404 nothing.here")
    }

    @Test("tenants are looked at before roles, and roles before media types and bodies")
    func order() async throws {
        let path = "/readers/R004711"
        let text = ["Content-Type": "text/plain"]
        let stranger = LendingTrial.bearer(.reader, at: SampleKey.weirLane).merging(text) { $1 }
        let reader = LendingTrial.bearer(.reader).merging(text) { $1 }
        let librarian = LendingTrial.bearer(.librarian)
        #expect(try await trial.send(.put, path, stranger, body: "x").outcome == "404 nothing.here")
        #expect(try await trial.send(.put, path, reader, body: "x").outcome == "403 role.missing")
        #expect(try await trial.send(.put, path, librarian.merging(text) { $1 }, body: "x").outcome == "415 unsupported-media-type")
        #expect(try await trial.send(.put, path, librarian, body: "x").outcome == "400 body.unreadable")
        #expect(try await trial.send(.put, path + "?x=1", librarian, body: "{}").faults == [.string("/name")])
        #expect(try await trial.send(.put, path + "?x=1", librarian, body: Self.form).faults == [.string("query.x")])
    }

    @Test("only the first fault is told, by a pointer")
    func firstFault() async throws {
        let body = #"{"barcode": "1", "reader": 7, "slip": "5d0cb1c2-63f0-4a56-a9a5-9d4a2f1f7c10", "more": 1}"#
        let fields = LendingTrial.bearer(.librarian).merging(["X-Lending-App": SampleKey.desk.text]) { $1 }
        let reply = try await trial.send(.post, "/loans", fields, body: body)
        #expect(reply.outcome == "422 field.invalid")
        #expect(reply.faults == [.string("/barcode")])
        #expect(reply.json?["detail"] == .string("One value is not as documented."))
        #expect(reply["Content-Type"] == "application/problem+json")
    }

    @Test("unknown members are refused at the top, and ignored below it")
    func unknownMembers() async throws {
        let inside = #"{"address":{"street":"1","town":"T","floor":2},"#
        let below = Self.form.replacing("{", with: inside, maxReplacements: 1)
        let top = Self.form.replacing("{", with: #"{"shoeSize":39,"#, maxReplacements: 1)
        #expect(try await trial.send(.put, "/readers/R004711", LendingTrial.basic(), body: below).status == 200)
        #expect(try await trial.send(.put, "/readers/R004711", LendingTrial.basic(), body: top).faults == [.string("/shoeSize")])
    }

    @Test("names are taken in one spelling")
    func spelling() async throws {
        let snake = #"{"name":"Mia","email":"mia@x.example","born_on":"2001-01-01","interests":[],"standing":"good"}"#
        #expect(try await trial.send(.put, "/readers/R004711", LendingTrial.basic(), body: snake).outcome == "422 field.invalid")
    }

    @Test(
        "values are held to their types",
        arguments: [
            (#""interests":["a","a"]"#, "/interests"), (#""standing":"fine""#, "/standing"), (#""email":"nobody""#, "/email"),
            (#""bornOn":"2001-02-30""#, "/bornOn"),
        ]
    )
    func types(member: String, place: String) async throws {
        let reply = try await trial.send(.patch, "/readers/R004711", LendingTrial.basic(), body: "{\(member)}")
        #expect(reply.outcome == "422 field.invalid")
        #expect(reply.faults.first.map { "\($0)".contains(place) } == true)
    }

    @Test(
        "of a repeated parameter the first counts, and an empty one is none",
        arguments: [
            ("overdue=true&overdue=what", "200"), ("overdue=what&overdue=true", "422 field.invalid"), ("overdue=", "200"),
            ("nothing=", "422 field.invalid"), ("cursor=", "200"),
        ]
    )
    func query(query: String, outcome: String) async throws {
        #expect(try await trial.send(.get, "/loans?\(query)", LendingTrial.basic()).outcome == outcome)
    }

    @Test("dates come in their order, and lists are as long as is documented")
    func rules() async throws {
        let key = "key=\(SampleKey.catalogue.text)"
        let dates = try await trial.send(.get, "/works?\(key)&publishedFrom=2020-01-01&publishedTo=2019-12-31")
        #expect(dates.outcome == "422 field.invalid")
        let kinds = try await trial.send(.get, "/works?\(key)&kind=book&kind=map&kind=audio&kind=book")
        #expect(kinds.faults == [.string("query.kind")])
    }

    @Test("a branch is named, a method is one that the path has, and a path is one of the API")
    func places() async throws {
        let session = ["Authorization": "Bearer \(SampleKey.reader.text)"]
        #expect(try await trial.send(.get, "/loans", session).outcome == "422 branch.missing")
        let reply = try await trial.send(.delete, "/loans", LendingTrial.basic())
        #expect(reply.outcome == "405 method-not-allowed")
        #expect(reply["Allow"] == "GET, HEAD, POST")
        #expect(try await trial.send(.get, "/loan", LendingTrial.basic()).outcome == "404 unknown-path")
    }

    @Test("a body is as large as its endpoint takes, and as deep")
    func size() async throws {
        let fields = LendingTrial.bearer(.librarian).merging(["X-Lending-App": SampleKey.desk.text]) { $1 }
        let long = #"{"barcode": "\#(String(repeating: "1", count: 5_000))"}"#
        #expect(try await trial.send(.post, "/loans", fields, body: long).outcome == "413 body-too-large")
        #expect(try await trial.send(.put, "/readers/R004711", LendingTrial.basic(), body: long).outcome == "422 field.invalid")
        let deep = String(repeating: "[", count: 9) + String(repeating: "]", count: 9)
        #expect(try await trial.send(.put, "/readers/R004711", LendingTrial.basic(), body: deep).outcome == "400 body.unreadable")
    }

    @Test("a slip has a number, of the documented form")
    func slip() async throws {
        let fields = LendingTrial.bearer(.librarian).merging(["X-Lending-App": SampleKey.desk.text]) { $1 }
        let slip = #"{"barcode": "00012345", "reader": "R004711"}"#
        #expect(try await trial.send(.post, "/loans", fields, body: slip).outcome == "422 slip.missing")
        let malformed = slip.replacing("{", with: #"{"slip":"17","#, maxReplacements: 1)
        #expect(try await trial.send(.post, "/loans", fields, body: malformed).faults == [.string("/slip")])
    }

    @Test("what cannot be lent is refused with the documented codes")
    func lending() async throws {
        let desk = try trial.desk()
        func lend(_ barcode: String, to reader: String) async -> String? {
            await refusal { () throws(ClientError) -> Loan in
                try await desk.lendCopy(body: LoanCreate(barcode: barcode, reader: reader))
            }
        }
        #expect(await lend("00012346", to: "R004711") == "409 copy.lent")
        #expect(await lend("00012345", to: "R004714") == "409 reader.barred")
        #expect(await lend("00090001", to: "R004711") == "422 copy.unknown")
        #expect(await lend("00012345", to: "R008001") == "422 reader.unknown")
    }
}
