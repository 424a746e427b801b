import BookshopModels
import BookshopServer
import CharterConformance
import CharterRuntime
import CharterServer
import CharterServerTesting
import Hummingbird

extension BookshopServerUnderTest {
    /// Starts a shop of its own for one test.
    static func start() async throws -> ServerUnderTest {
        ServerUnderTest(transport: try Bookshop.transport(), fixtures: .bookshop)
    }
}

extension Bookshop {
    /// A way to a shop with 25 books, in this process.
    static func transport() throws -> InProcessTransport {
        let keys = InMemoryKeyStore(.bookshop)
        for key in Fixtures.bookshop.credentials {
            for text in key.headers.values {
                try keys.add(text, id: text, kind: key.kind, scopes: Set(key.scopes), tenant: nil)
            }
        }
        let router = Router()
        Bookshop(Self.samples).register(on: router, keys: keys)
        return InProcessTransport(router: router)
    }

    private static let samples = (1...25).map { Book(id: UniqueID(), title: "Volume \($0)", price: $0 * 100) }

    /// A book that is on sale.
    static var sample: Book { samples[6] }
}
