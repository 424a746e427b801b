import CharterRuntime
import Testing

@testable import CharterServer

@Suite("The public URL of a server")
struct BaseURLTests {
    @Test(
        "is an absolute URL of HTTP",
        arguments: [
            ("https://api.example/v1", true), ("http://127.0.0.1:8080", true), ("HTTPS://[::1]:8080/", true), ("box", false), ("", false),
            ("/v1", false), ("api.example/v1", false), ("ftp://api.example", false), ("https://", false), ("https:///v1", false),
            ("https://api.example?x=1", false), ("https://api.example#v1", false), ("https://a b", false),
        ]
    )
    func absolute(_ text: String, _ isBase: Bool) {
        #expect(text.isBaseURL == isBase)
    }

    @Test("stops a server that would write links to nowhere")
    func stop() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let api = APIDescription.small([.get()])
            _ = APIRoutes(api, keys: InMemoryKeyStore(api), publicURL: "box")
        }
        let text = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
        #expect(text.contains("'box' is no base of links"))
    }
}
