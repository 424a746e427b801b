import CharterRuntime
import CharterServer
import Hummingbird
import Testing

@Suite("A server without a route")
struct EmptyRouterTests {
    @Test("does not begin, and says what is missing")
    func stop() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = APIServer(.watched(), router: Router())
        }
        let text = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
        #expect(text.contains("register its handlers on the router first"))
    }
}
