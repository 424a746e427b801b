import BoxOfficeServer
import CharterBearer
import CharterRuntime
import CharterSQLite
import CharterServer
import Foundation
import GRDB

// Usage: box-office open THEATRE PERSON   opens a theatre, and prints a token of its manager for an hour
//        box-office serve PORT            until SIGTERM or SIGINT
// BOX_OFFICE_SECRET and BOX_OFFICE_SIGN_ON have 32 bytes or more that were made by chance, such as `openssl rand -hex 32` prints.
let environment = ProcessInfo.processInfo.environment
let arguments = Array(CommandLine.arguments.dropFirst())
guard let secret = environment["BOX_OFFICE_SECRET"], let signOn = environment["BOX_OFFICE_SIGN_ON"], secret.utf8.count >= 32 else {
    print("BOX_OFFICE_SECRET and BOX_OFFICE_SIGN_ON need 32 bytes each")
    exit(2)
}
let store = try SQLiteStore.boxOffice(at: environment["BOX_OFFICE_DATABASE"] ?? "box-office.sqlite")
// Of a real sign-on, `RefreshedKeys` fetches the public keys; this secret stands in for it.
let tokenSecret = try TokenSecret(Array(signOn.utf8))
let (issuer, audience) = ("https://login.boxoffice.example", "https://api.boxoffice.example")

switch (arguments.first, arguments.count, arguments.last.flatMap { Int($0) }) {
case ("open", 3, _):
    try await store.openTheatre(arguments[1])
    let manager = Caller(keyID: nil, kind: nil, scopes: [], roles: [arguments[1]: ["manager"]], user: arguments[2], tenant: arguments[1])
    print(try TokenIssuer(secret: tokenSecret, issuer: issuer, audience: audience).token(for: manager))
case ("serve", 2, let port?):
    let tokens = JSONWebTokenVerifier(keys: VerificationKeys(tokenSecret), rules: TokenRules(issuer: issuer, audience: audience))
    let server = APIServer(
        .boxOffice,
        router: BoxOffice.router(store: store, tokens: tokens, secret: ServerSecret(bytes: Array(secret.utf8))),
        address: .hostname("127.0.0.1", port: port),
        forgetting: [store],
        isReady: { try await store.read { try $0.execute(sql: "SELECT 1") } }
    )
    try await server.runUntilSignal()
    try await store.close()
default:
    print("usage: box-office open THEATRE PERSON | serve PORT")
    exit(2)
}
