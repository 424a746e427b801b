import CharterRuntime
import CharterServer
import HTTPTypes
import Testing

/// Which endpoints have handlers that work in transactions.
@Suite("Effects are kept")
struct KeptEffectTests {
    private func keeps(_ change: (inout APIDescription) -> Void) -> Bool {
        let api = APIDescription.notes {
            $0.endpoints[0].idempotency = nil
            $0.endpoints[0].limits = []
            change(&$0)
        }
        return api.keepsEffects(of: api.endpoints[0])
    }

    @Test("where calls can be repeated, or a limit counts what they do")
    func own() {
        #expect(!keeps { _ in })
        #expect(keeps { $0.endpoints[0].idempotency = .once })
        #expect(keeps { $0.endpoints[0].limits = ["notes"] })
        #expect(!keeps { ($0.endpoints[0].limits, $0.limits[0].counts) = (["notes"], .requests) })
    }

    @Test("where a credential that may call brings such a limit, or a kind of key that may")
    func brought() {
        #expect(keeps { $0.credentials[0].limits = ["notes"] })
        #expect(!keeps { ($0.credentials[0].limits, $0.endpoints[0].auth) = (["notes"], .none) })
        let kind = APIDescription.KeyKind(name: "live", prefix: "live_", use: .serverOnly, holds: .all, limits: ["notes"])
        #expect(keeps { $0.credentials[0].kinds = [kind] })
        #expect(keeps { ($0.credentials[0].kinds, $0.endpoints[0].keyKinds) = ([kind], ["live"]) })
        #expect(!keeps { ($0.credentials[0].kinds, $0.endpoints[0].keyKinds) = ([kind], ["test"]) })
    }

    @Test("by a store: without one, their routes stop the program instead of promising what they do not do")
    func store() async {
        await #expect(processExitsWith: .failure) {
            var routes = APIRoutes(.freeNotes(), keys: InMemoryKeyStore(.freeNotes()))
            routes.value(APIDescription.freeNotes().endpoints[0]) { _ in JSONValue.null }
        }
    }
}
