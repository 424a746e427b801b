import CharterRuntime
import CharterServer
import ParcelsModels

/// A key that the server under test issued.
struct SampleKey: Sendable {
    let account: String
    let credential: APIDescription.Credential
    let kind: APIDescription.KeyKind
    let scopes: [String]
    var state = Fixtures.State.valid

    /// The public identifier of the key.
    var id: String {
        ([account, kind.name] + scopes + (state == .valid ? [] : [state.rawValue])).joined(separator: ".")
    }

    /// The key itself, which tells what it may do: it is meant for tests alone.
    var text: String {
        let word = ([account] + scopes + (state == .valid ? [] : [state.rawValue])).joined().filter { $0.isLetter || $0.isNumber }
        return kind.prefix + (word + String(repeating: "0", count: 24)).prefix(24)
    }

    /// The key as a checker is told of it.
    var fixture: Fixtures.Credential {
        let headers: [String: String] =
            switch credential.place {
            case .scheme(let word, let name): [name: "\(word) \(text)"]
            case .header(let name): [name: text]
            case .query, .basic: [:]
            }
        return Fixtures.Credential(tenant: account, kind: kind.name, scopes: scopes, headers: headers, state: state)
    }

    /// One key for each scope that each kind may hold alone, one that holds a wildcard, and two live keys whose time is over.
    static func all(of account: String) -> [SampleKey] {
        APIDescription.parcels.credentials.flatMap { credential in
            credential.kinds.flatMap { kind in
                let key = { SampleKey(account: account, credential: credential, kind: kind, scopes: $0, state: $1) }
                let single = APIDescription.parcels.scopes.map(\.name).filter(kind.holds.contains).map { key([$0], .valid) }
                guard kind.name == "live" else { return single }
                return single + [key(["shipments:*"], .valid), key(["shipments:read"], .revoked), key(["shipments:read"], .expired)]
            }
        }
    }

    /// The text of the valid key of a kind that holds just one scope.
    static func text(of account: String, kind: String, scope: String) -> String? {
        all(of: account).first { $0.kind.name == kind && $0.scopes == [scope] && $0.state == .valid }?.text
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
            tenant: key.kind.opensEveryTenant ? nil : key.account,
            revokedAt: key.state == .revoked ? instant : nil,
            expiresAt: key.state == .expired ? instant : nil
        )
    }
}
