import CharterClient
import CharterRuntime
import CharterServer
import Foundation
import HTTPTypes
import LendingAPIClient
import LendingModels
import Testing

/// A server of its own for each test, with the generated client and with requests that no client would send.
struct LendingTrial {
    let transport: any HTTPTransport

    init() throws {
        transport = try InMemoryLending.transport()
    }

    /// A server by a clock that the test drives.
    init(clock: any ServerClock) throws {
        transport = try InMemoryLending.transport(clock: clock)
    }

    var catalogue: LendingClient<OpenKey> {
        get throws { LendingClient(key: try OpenKey(SampleKey.catalogue.text), transport: transport) }
    }

    func system(_ key: SampleKey = .system) throws -> LendingClient<BranchKey> {
        LendingClient(key: try BranchKey(key.text), transport: transport)
    }

    func person(_ key: SampleKey, at branch: String = SampleKey.millStreet) throws -> LendingClient<SessionKey> {
        LendingClient(key: try SessionKey(key.text), tenant: branch, transport: transport)
    }

    /// The client of a librarian at a desk, who presents two keys at once.
    func desk(_ person: SampleKey = .librarian) throws -> LendingClient<SessionKeyAndDeskKey> {
        let keys = SessionKeyAndDeskKey(sessionKey: try SessionKey(person.text), deskKey: try DeskKey(SampleKey.desk.text))
        return LendingClient(key: keys, tenant: SampleKey.millStreet, transport: transport)
    }

    /// Sends a request below the base path as it stands.
    func send(
        _ method: HTTPRequest.Method,
        _ path: String,
        _ fields: [String: String] = [:],
        body: String = ""
    ) async throws -> RawReply {
        var request = HTTPRequest(method: method, scheme: "https", authority: "lending.three-rivers.example", path: "/v2" + path)
        for (name, value) in fields { request.headerFields[try #require(HTTPField.Name(name))] = value }
        if !body.isEmpty, request.headerFields[.contentType] == nil { request.headerFields[.contentType] = "application/json" }
        return RawReply(try await transport.send(request, body: Array(body.utf8)))
    }

    /// The fields that present the key of a branch's system.
    static func basic(_ key: SampleKey = .system, password: String = "") -> [String: String] {
        ["Authorization": "Basic " + Data("\(key.text):\(password)".utf8).base64EncodedString()]
    }

    /// The fields of a person's request to a branch.
    static func bearer(_ key: SampleKey, at branch: String = SampleKey.millStreet) -> [String: String] {
        ["Authorization": "Bearer \(key.text)", "X-Branch": branch]
    }
}

/// A reply with the questions that tests ask of it.
struct RawReply {
    let reply: HTTPReply
    let json: JSONValue?

    init(_ reply: HTTPReply) {
        self.reply = reply
        json = try? JSONCoding.decode(JSONValue.self, from: reply.body)
    }

    var status: Int { reply.head.status.code }

    /// The status, and of an error its code: `422 field.invalid`.
    var outcome: String {
        if case .string(let code)? = json?["code"] { "\(status) \(code)" } else { "\(status)" }
    }

    /// The places that an error names.
    var faults: [JSONValue] {
        guard case .array(let faults)? = json?["errors"] else { return [] }
        return faults.compactMap { $0["field"] }
    }

    subscript(name: String) -> String? {
        HTTPField.Name(name).flatMap { reply.head.headerFields[$0] }
    }
}

/// The status and the code of the error with which a call fails, as `409 loans.open`; nil if it does not fail.
func refusal<Value>(_ call: () async throws(ClientError) -> Value) async -> String? {
    do throws(ClientError) {
        _ = try await call()
        return nil
    } catch .refused(let status, let problem, _) {
        return "\(status) \(problem.code)"
    } catch {
        return error.description
    }
}
