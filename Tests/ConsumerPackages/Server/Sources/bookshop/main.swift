import BookshopModels
import BookshopServer
import CharterRuntime
import CharterServer
import Foundation
import Hummingbird

// Usage: BOOKSHOP_KEY=sk_… bookshop PORT
guard let port = CommandLine.arguments.dropFirst().first.flatMap({ Int($0) }),
    let key = ProcessInfo.processInfo.environment["BOOKSHOP_KEY"]
else {
    print("usage: BOOKSHOP_KEY=sk_… bookshop PORT")
    exit(2)
}

let keys = InMemoryKeyStore(.bookshop)
try keys.add(key, id: "owner", kind: "secret", scopes: ["READ", "WRITE"], tenant: nil)

let router = Router()
Bookshop().register(on: router, keys: keys)
try await APIServer(.bookshop, router: router, address: .hostname("127.0.0.1", port: port)).runUntilSignal()
