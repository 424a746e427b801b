import CharterClient
import CharterRuntime
import HTTPTypes
import LendingAPIClient
import LendingModels
import Testing

/// Alternatives, fallback places and credentials at once, told apart by the generated routes.
@Suite("Credentials of several realms")
struct LendingCredentialTests {
    private let trial: LendingTrial

    init() throws {
        trial = try LendingTrial()
    }

    private func outcome(_ fields: [String: String], _ path: String = "/loans") async throws -> String {
        try await trial.send(.get, path, fields).outcome
    }

    @Test("a key is the user name, with an empty password, or stands in a field of its own")
    func system() async throws {
        #expect(try await outcome(LendingTrial.basic()) == "200")
        #expect(try await outcome(LendingTrial.basic(password: "secret")) == "401 credential-malformed")
        #expect(try await outcome(["X-Lending-Key": SampleKey.system.text]) == "200")
    }

    @Test("a key in both places is refused, be it the same")
    func systemTwice() async throws {
        let fields = LendingTrial.basic().merging(["X-Lending-Key": SampleKey.system.text]) { $1 }
        #expect(try await outcome(fields) == "401 credential-repeated")
    }

    @Test("of two sessions the first place counts")
    func sessionTwice() async throws {
        let both = LendingTrial.bearer(.reader).merging(["X-Session": SampleKey.otherLibrarian.text]) { $1 }
        #expect(try await outcome(both) == "200")
        #expect(try await outcome(["X-Session": SampleKey.reader.text, "X-Branch": SampleKey.millStreet]) == "200")
    }

    @Test("a system that sends a session's word, or nothing of use, is told what would do")
    func challenges() async throws {
        let reply = try await trial.send(.get, "/loans", ["Authorization": "Basic"])
        #expect(reply.outcome == "401 credential-empty")
        #expect(reply["WWW-Authenticate"] == #"Basic realm="Three Rivers Lending API", Bearer realm="Three Rivers Lending API""#)
    }

    @Test("a key of the catalogue opens the catalogue alone, and nothing else opens that")
    func realms() async throws {
        #expect(try await outcome([:], "/works?key=\(SampleKey.catalogue.text)") == "200")
        #expect(try await outcome([:], "/loans?key=\(SampleKey.catalogue.text)") == "401 credential-foreign")
        #expect(try await outcome(LendingTrial.basic(), "/works") == "401 credential-foreign")
        #expect(try await outcome([:], "/branches") == "200")
    }

    @Test("a key of the trial server is none of the live one")
    func environment() async throws {
        #expect(try await outcome(["X-Lending-Key": "brt-m1llstr33t01"]) == "401 credential-foreign")
    }

    @Test("revoked keys and ended sessions are told apart from unknown ones")
    func states() async throws {
        #expect(try await outcome(LendingTrial.basic(.revokedSystem)) == "401 credential-revoked")
        #expect(try await outcome(LendingTrial.bearer(.endedSession)) == "401 credential-expired")
        #expect(try await outcome(["X-Session": "ses-nobody"]) == "401 credential-unknown")
    }

    @Test("a desk lends with its own key and that of who sits there")
    func both() async throws {
        let slip = LoanCreate(barcode: "00012345", reader: "R004711")
        let loan = try await trial.desk().lendCopy(body: slip)
        #expect(loan.reader == "R004711")
        #expect(loan.lentAt == InMemoryLending.now)
        #expect(try await trial.person(.librarian).getLoan(id: loan.id) == loan)
    }

    @Test("either of the two alone does not lend", arguments: [["X-Lending-App": "desk-one"], LendingTrial.bearer(.librarian)])
    func either(fields: [String: String]) async throws {
        let body = #"{"barcode": "00012345", "reader": "R004711", "slip": "5d0cb1c2-63f0-4a56-a9a5-9d4a2f1f7c10"}"#
        #expect(try await trial.send(.post, "/loans", fields, body: body).outcome == "401 credential-missing")
    }

    @Test("somebody of two branches works in the one that the request names", arguments: [SampleKey.millStreet, SampleKey.weirLane])
    func branches(branch: String) async throws {
        let number = branch == SampleKey.millStreet ? "R004711" : "R008001"
        #expect(try await trial.person(.wanderer, at: branch).getReader(number: number).number == number)
        #expect(try await trial.person(.wanderer, at: branch).getMe().branches.contains(branch))
    }

    @Test("a system's branch is that of its key, whatever the request names")
    func implied() async throws {
        let fields = LendingTrial.basic().merging(["X-Branch": SampleKey.weirLane]) { $1 }
        #expect(try await outcome(fields, "/readers/R004711") == "200")
        #expect(try await outcome(fields, "/readers/R008001") == "404 nothing.here")
    }
}
