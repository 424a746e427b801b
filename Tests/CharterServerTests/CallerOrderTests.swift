import CharterRuntime
import CharterServer
import HTTPTypes
import Testing

/// A description that no contract gives: its checks stand before others whose findings they need.
@Suite("An impossible order of checks")
struct CallerOrderTests {
    typealias Stage = APIDescription.RequestRules.Stage
    typealias Change = @Sendable (inout APIDescription.Endpoint) -> Void

    private func server(_ order: [Stage], _ change: Change) throws -> SmallServer {
        let endpoint = APIDescription.Endpoint.taking(.object([.init("a", .integer(), isRequired: false)])) {
            $0.auth = .one("key")
            $0.keyKinds = ["secret"]
            change(&$0)
        }
        let api = APIDescription.small([endpoint]) {
            $0.credentials = [
                .init(
                    name: "key",
                    place: .header("X-Key"),
                    kinds: [.init(name: "secret", prefix: "sk_", use: .serverOnly, holds: .all)],
                    roles: ["owner"]
                )
            ]
            $0.scopes = [.init(name: "WRITE", about: "Write")]
            $0.roles = [.init(name: "owner", about: "Owner")]
            $0.tenancy = .init(name: "shop", place: .header("X-Shop"), foreignStatus: 403)
            $0.requests.order = order
        }
        let server = SmallServer(api)
        try server.keys.add("sk_1", id: "k", kind: "secret", scopes: ["WRITE"], roles: ["a": ["owner"]], tenant: "a")
        return server
    }

    private func outcome(_ server: SmallServer, key: String? = "sk_1", body: String = "{}") async throws -> String {
        var fields = HTTPFields.of(("X-Shop", "a"))
        if let key { fields.append(contentsOf: HTTPFields.of(("X-Key", key))) }
        return try await server.send(.post, "/things", fields, body: body).outcome
    }

    /// An order that cannot be, and an endpoint that feels it.
    struct Trial: Sendable, CustomTestStringConvertible {
        let order: [Stage]
        let change: Change

        init(_ order: [Stage], _ change: @escaping Change) {
            (self.order, self.change) = (order, change)
        }

        var testDescription: String { order.map(\.rawValue).joined(separator: ", ") }
    }

    private static let trials = [
        Trial([.kind]) { _ in },
        Trial([.scope]) { $0.scope = .one("WRITE") },
        Trial([.role]) { $0.roles = ["owner"] },
        Trial([.tenant]) { $0.tenancy = .tenant },
        Trial([.credentials, .role]) { ($0.roles, $0.tenancy) = (["owner"], .tenant) },
        Trial([.idempotency]) { $0.idempotency = .once(.header("Once")) },
        Trial([.credentials, .idempotency]) { $0.idempotency = .once(.field("once")) },
        Trial([.credentials, .idempotency, .tenant]) {
            ($0.idempotency, $0.tenancy) = (.once(.header("Once"), within: [.tenant]), .tenant)
        },
    ]

    @Test("lets nobody in", arguments: trials)
    func closed(trial: Trial) async throws {
        for key in ["sk_1", nil] {
            let reply = try await outcome(server(trial.order, trial.change), key: key)
            // Where the credential is looked at first, nobody without one gets further.
            #expect(reply == (key == nil && trial.order.first == .credentials ? "401 credential-missing" : "500 internal-error"))
        }
        let isAtHome = trial.order == [.role] ? "403 insufficient-role" : "200"
        #expect(try await outcome(server(Stage.allCases, trial.change)) == isAtHome)
    }

    @Test("finds a key in the body once the body is read, whichever stages stand between")
    func keyInBody() async throws {
        for order: [Stage] in [[.credentials, .body, .idempotency], [.credentials, .tenant, .size, .body, .parameters, .idempotency]] {
            let server = try server(order) {
                $0.idempotency = .once(.field("once"), isRequired: true)
            }
            #expect(try await outcome(server, body: #"{"once": "x"}"#) == "200")
            #expect(try await outcome(server, body: "{}") == "400 idempotency-key-missing")
        }
    }
}

extension APIDescription.Idempotency {
    fileprivate static func once(
        _ place: Place,
        within scope: [Partition] = [],
        isRequired: Bool = false
    ) -> APIDescription.Idempotency {
        .init(name: "once", place: place, form: .string(), isRequired: isRequired, scope: scope, remembers: .all)
    }
}
