import BoxOfficeServer
import CharterBearer
import CharterClient
import CharterRuntime
import CharterSQLite
import CharterServer
import CharterServerTesting
import Foundation
import GRDB

/// A box office in this process, with a database of its own, two theatres and a clock that stands still.
final class OpenBoxOffice {
    let clock = AdjustableClock(at: Timestamp(secondsSinceEpoch: 1_800_000_000))
    let store: SQLiteStore
    let transport: InProcessTransport
    private let folder: URL
    private let signOn: TokenIssuer

    init() async throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent(UniqueID().description)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        store = try SQLiteStore.boxOffice(at: folder.appendingPathComponent("box-office.sqlite").path)
        for theatre in ["globe", "rose"] { try await store.openTheatre(theatre) }
        let secret = try TokenSecret((0..<32).map { _ in UInt8.random(in: .min ... .max) })
        let clock = clock
        signOn = TokenIssuer(secret: secret, issuer: "sign-on", audience: "box-office", now: { clock.now })
        let tokens = JSONWebTokenVerifier(
            keys: VerificationKeys(secret),
            rules: TokenRules(issuer: "sign-on", audience: "box-office"),
            now: { clock.now }
        )
        let sealing = ServerSecret(bytes: Array(repeating: 7, count: 32))
        transport = InProcessTransport(router: BoxOffice.router(store: store, tokens: tokens, secret: sealing, clock: clock))
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    /// Somebody who manages the Globe.
    func manager() throws -> BoxOfficeClient<PersonToken> {
        let ada = Caller(keyID: nil, kind: nil, scopes: [], roles: ["globe": ["manager"]], user: "ada", tenant: "globe")
        return BoxOfficeClient(key: try PersonToken(signOn.token(for: ada)), transport: transport)
    }

    /// A till of the Globe.
    func till(_ key: String) throws -> BoxOfficeClient<TillKey> {
        BoxOfficeClient(key: try TillKey(key), transport: transport)
    }

    /// Plans a show at the Globe, an hour from now.
    func plan(_ title: String = "The Tempest", seats: Int = 80) async throws -> Show {
        let startsAt = Timestamp(secondsSinceEpoch: clock.now.secondsSinceEpoch + 3_600)
        let show = ShowCreate(title: title, startsAt: startsAt, seats: seats, price: DecimalNumber("12.50") ?? 0)
        return try await manager().planShow(theatre: "globe", body: show)
    }

    /// How many tickets there are in the database.
    func ticketCount() async throws -> Int {
        try await store.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM tickets") ?? 0 }
    }
}
