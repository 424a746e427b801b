import CharterRuntime
import CharterServerTesting
import HTTPTypes
import Hummingbird
import Logging
import Testing

@testable import CharterServer

@Suite("A page that contradicts itself")
struct PageFaultTests {
    typealias Paging = APIDescription.Paging

    private static let byCursor = Paging.Position.cursor(parameter: "after", boundTo: [], lifetime: nil)
    private static let byOffset = Paging.Position.offset(parameter: "offset")

    /// How a page is answered, and the errors that were logged.
    private func answer(_ page: Page<Int>, _ position: Paging.Position) async throws -> (status: Int, errors: [String]) {
        let size = Paging.PageSize(parameter: "size", defaultValue: 3, minimum: 1, maximum: 9, below: .reject, above: .reject)
        let members = Paging.Members(items: "data", hasMore: "more", next: "next")
        let api = APIDescription.small([.get { $0.paging = Paging(name: "p", pageSize: size, position: position, members: members) }])
        var routes = APIRoutes(api, keys: InMemoryKeyStore(api))
        routes.page(api.endpoints[0]) { _ in page }
        let router = Router()
        routes.register(on: router)
        let log = RecordingLog()
        let transport = InProcessTransport(router: router, logger: Logger(label: "pages") { _ in log })
        let request = HTTPRequest(method: .get, scheme: "https", authority: "small.example", path: "/v1/things")
        return (try await transport.send(request, body: []).head.status.code, log.entries.filter { $0.hasPrefix("error") })
    }

    @Test(
        "is a failure of the server, and its log says why",
        arguments: [
            (Page(items: [1, 2, 3, 4], next: "4"), byCursor, "has 4 items, of which 3 were asked for"),
            (Page(items: [1, 2, 3, 4], total: 9), byOffset, "has 4 items, of which 3 were asked for"),
            (Page(items: [1, 2, 3], hasMore: true), byCursor, "says that more items follow, and has no 'next'"),
            (Page(items: [1, 2, 3], next: "3", hasMore: false), byCursor, "has a 'next', and says that no more items follow"),
        ]
    )
    func fault(_ page: Page<Int>, _ position: Paging.Position, _ text: String) async throws {
        let answer = try await answer(page, position)
        #expect(answer.status == 500)
        #expect(answer.errors.count == 1 && answer.errors[0].contains("the page of 'getThings' \(text)"))
    }

    @Test(
        "is none that says less, or speaks of a list that has changed meanwhile",
        arguments: [
            (Page(items: [1, 2, 3]), byCursor), (Page(items: [1, 2, 3], next: "3"), byCursor),
            (Page(items: [1, 2, 3], next: "3", hasMore: true), byCursor), (Page(items: [], next: "3"), byCursor),
            (Page(items: [1], hasMore: false), byCursor), (Page(items: [1, 2, 3], total: 2), byOffset),
            (Page(items: [1, 2, 3], hasMore: true), byOffset), (Page(items: [], hasMore: false), byOffset),
        ]
    )
    func sound(_ page: Page<Int>, _ position: Paging.Position) async throws {
        let answer = try await answer(page, position)
        #expect(answer.status == 200 && answer.errors == [])
    }
}
