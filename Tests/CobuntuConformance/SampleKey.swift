import CharterRuntime
import CharterServer
import CobuntuModels

/// A key that the server under test issued.
struct SampleKey: Sendable {
    let tenant: String
    let kind: APIDescription.KeyKind
    let scopes: [String]
    var state = Fixtures.State.valid

    /// The public identifier of the key.
    var id: String {
        let name = ([tenant, kind.name] + scopes).joined(separator: ".")
        return state == .valid ? name : "\(name).\(state.rawValue)"
    }

    /// The key itself, which tells what it may do: it is meant for tests alone.
    var text: String { kind.prefix + id }

    /// The key as a checker is told of it.
    var fixture: Fixtures.Credential {
        Fixtures.Credential(tenant: tenant, kind: kind.name, scopes: scopes, headers: ["X-API-Key": text], state: state)
    }

    /// One key for each scope that each kind may hold alone, and two secret keys whose time is over.
    static func all(of tenant: String) -> [SampleKey] {
        let kinds = APIDescription.cobuntu.credentials.flatMap(\.kinds)
        let scopes = APIDescription.cobuntu.scopes.map(\.name)
        let valid = kinds.flatMap { kind in
            scopes.filter(kind.holds.contains).map { SampleKey(tenant: tenant, kind: kind, scopes: [$0]) }
        }
        let over = kinds.filter { $0.name == "secret" }.flatMap { kind in
            [Fixtures.State.revoked, .expired].map { SampleKey(tenant: tenant, kind: kind, scopes: ["READ_PUBLIC"], state: $0) }
        }
        return valid + over
    }

    /// The text of the valid key of a kind that holds just one scope.
    static func text(of tenant: String, kind: String, scope: String) -> String? {
        all(of: tenant).first { $0.kind.name == kind && $0.scopes == [scope] && $0.state == .valid }?.text
    }
}

extension InMemoryKeyStore {
    /// Adds a key; what its state says happened to it happened at `instant`.
    func add(_ key: SampleKey, at instant: Timestamp) throws {
        try add(
            key.text,
            id: key.id,
            kind: key.kind.name,
            scopes: Set(key.scopes),
            tenant: key.tenant,
            revokedAt: key.state == .revoked ? instant : nil,
            expiresAt: key.state == .expired ? instant : nil
        )
    }
}
