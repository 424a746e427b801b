import CharterRuntime
import CharterServerTesting
import HTTPTypes
import Hummingbird
import Logging
import Testing

@testable import CharterServer

@Suite("An answer of 500")
struct FailureEntryTests {
    private static let own = APIDescription.Failure(status: 500, code: "disk-full", when: "The disk is full.")
    private static let clash = APIDescription.Failure(status: 409, code: "clash", when: "There is one.")

    /// The status of an answer, and the errors that were logged.
    private func answer(closed: [Int], _ refusal: any Error) async throws -> (status: Int, errors: [String]) {
        let api = APIDescription.small([.get { $0.failures = [Self.own, Self.clash] }]) { $0.errors.closedStatuses = closed }
        var routes = APIRoutes(api, keys: InMemoryKeyStore(api))
        routes.empty(api.endpoints[0]) { _ in throw refusal }
        let router = Router()
        routes.register(on: router)
        let log = RecordingLog()
        let transport = InProcessTransport(router: router, logger: Logger(label: "failures") { _ in log })
        let request = HTTPRequest(method: .get, scheme: "https", authority: "small.example", path: "/v1/things")
        return (try await transport.send(request, body: []).head.status.code, log.entries.filter { $0.hasPrefix("error") })
    }

    @Test("is logged where the contract has no 501 for a missing handler, and 501 is not")
    func missingHandler() async throws {
        let closed = try await answer(closed: [400, 404, 405, 409, 500], Refusal.notImplemented)
        #expect(closed.status == 500)
        #expect(closed.errors.count == 1)
        #expect(closed.errors.first?.contains("'getThings' has no handler, and 501 is no status of 'closed' in the contract") == true)
        let open = try await answer(closed: [], Refusal.notImplemented)
        #expect(open.status == 501 && open.errors == [])
    }

    @Test("is logged where a handler throws it, and other refusals are not")
    func documented() async throws {
        let own = try await answer(closed: [], Refusal(status: 500, code: "disk-full", title: "The disk is full."))
        #expect(own.status == 500)
        #expect(own.errors.count == 1 && own.errors[0].contains("'getThings' was refused by 500 'disk-full': The disk is full."))
        #expect(try await answer(closed: [], Refusal(status: 409, code: "clash", title: "There is one.")).errors == [])
    }
}
