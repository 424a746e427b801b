import CharterConformance
import CharterRuntime
import HTTPTypes
import Synchronization
import Testing

/// A server that enters names, each once, and knows calls by the reference in their bodies.
private final class Register: HTTPTransport {
    enum Fault: CaseIterable {
        case comparesNothing, forgetsFailures, answersAnew
    }

    private struct State {
        var entries: [Int: String] = [:]
        var answers: [String: (name: String, reply: HTTPReply, id: Int)] = [:]
    }

    private let fault: Fault?
    private let state = Mutex(State())

    init(_ fault: Fault?) {
        self.fault = fault
    }

    func send(_ request: HTTPRequest, body: [UInt8]) throws -> HTTPReply {
        guard case .object(let members)? = try? JSONCoding.decode(JSONValue.self, from: body), case .string(let name)? = members["name"]
        else {
            return .refusal(.invalidRequest, status: 400)
        }
        if request.method == .patch { return rename(Int(request.path?.split(separator: "/").last ?? "") ?? 0, name) }
        guard case .string(let reference)? = members["reference"] else { return .refusal(.idempotencyKeyMissing, status: 400) }
        return state.withLock { state in
            if let known = state.answers[reference] {
                if known.name != name, fault != .comparesNothing { return .refusal(.idempotencyMismatch, status: 422) }
                guard fault == .answersAnew, let now = state.entries[known.id] else { return known.reply }
                return Self.entry(known.id, now)
            }
            let isTaken = state.entries.values.contains(name)
            let id = state.entries.count + 1
            if !isTaken { state.entries[id] = name }
            let reply = isTaken ? Self.taken : Self.entry(id, name)
            if !isTaken || fault != .forgetsFailures { state.answers[reference] = (name, reply, id) }
            return reply
        }
    }

    private func rename(_ id: Int, _ name: String) -> HTTPReply {
        state.withLock { $0.entries[id] = name }
        return Self.entry(id, name, status: 200)
    }

    private static func entry(_ id: Int, _ name: String, status: Int = 201) -> HTTPReply {
        .json(#"{"id":\#(id),"name":"\#(name)"}"#, status: status)
    }

    private static var taken: HTTPReply {
        var reply = HTTPReply.json(#"{"type":"about:blank","title":"No","status":409,"code":"name-taken"}"#, status: 409)
        reply.head.headerFields[.contentType] = "application/problem+json"
        return reply
    }
}

@Suite("calls that a reference in their bodies tells apart")
struct ReferenceTests {
    @Test(
        "are held to what is documented, whatever a reference looks like",
        arguments: ["other-payload", "key-after-failure", "replay-behind/rename"]
    )
    func checks(name: String) async {
        #expect(await run(name, nil).outcome == .passed)
        let fault: Register.Fault =
            switch name {
            case "other-payload": .comparesNothing
            case "key-after-failure": .forgetsFailures
            default: .answersAnew
            }
        let result = await run(name, fault)
        #expect(result.outcome == .failed, "\(result.actual)")
    }

    private func run(_ name: String, _ fault: Register.Fault?) async -> CheckResult {
        let fields: APIDescription.Schema = .object([.init("name", .string(length: .init(1, 40)))])
        let enter = APIDescription.Endpoint(
            id: "enter",
            method: .post,
            path: "/names",
            summary: "Enters a name",
            idempotency: .init(
                name: "byReference",
                place: .field("reference"),
                form: .string(pattern: "^INV-[0-9]{8}$"),
                isRequired: true,
                scope: [.endpoint],
                comparesPayload: true,
                remembers: .allButServerErrors
            ),
            requestBody: .init(schema: fields, example: #"{"name":"Ada"}"#),
            success: .init(status: 201, body: .named("Entry")),
            failures: [.init(status: 409, code: "name-taken", when: "It was entered before.")]
        )
        let rename = APIDescription.Endpoint(
            id: "rename",
            method: .patch,
            path: "/names/:id",
            summary: "Changes a name",
            pathParameters: [.init(name: "id", schema: .integer(), isRequired: true)],
            requestBody: .init(schema: fields, example: #"{"name":"Ada"}"#, patch: .merge),
            success: .init(status: 200, body: .named("Entry"))
        )
        var api = APIDescription.calendar
        api.tenancy = nil
        api.endpoints = [enter, rename]
        api.types = ["Entry": .object([.init("id", .integer()), .init("name", .string())])]
        let server = ServerUnderTest(transport: Register(fault), fixtures: .calendar)
        return await CharterConformanceTests.run(name, on: enter, in: api, server)
    }
}
