import CharterRuntime
import HTTPTypes

/// Finds out who is calling: 401 unless the request has exactly one key that is valid now.
struct Authentication: RequestStage {
    let api: APIDescription
    let keys: any KeyStore
    let now: @Sendable () -> Timestamp

    func pass(_ exchange: inout Exchange) async throws {
        guard let name = exchange.endpoint.credential else { return }
        guard let credential = api.credential(named: name) else { throw UndescribedName(name: name, endpoint: exchange.endpoint.id) }
        switch credential.place {
        case .header(let header):
            do {
                let text = try onlyValue(of: header, in: exchange.head.headerFields)
                exchange.caller = try await caller(presenting: text, credential)
            } catch let fault as Refusal.CredentialFault {
                throw Refusal.unauthorized(fault, header: header, realm: api.title)
            }
        }
    }

    private func onlyValue(of header: String, in fields: HTTPFields) throws -> String {
        let values = HTTPField.Name(header).map { fields[values: $0] } ?? []
        guard let value = values.first else { throw Refusal.CredentialFault.missing }
        guard values.count == 1 else { throw Refusal.CredentialFault.repeated }
        guard !value.isEmpty else { throw Refusal.CredentialFault.empty }
        return value
    }

    private func caller(presenting text: String, _ credential: APIDescription.Credential) async throws -> Caller {
        guard let kind = credential.kinds.first(where: { text.hasPrefix($0.prefix) }) else { throw Refusal.CredentialFault.malformed }
        // A record of another kind than the key's prefix says is an error of the store; its scopes are not to be trusted.
        guard let key = try await keys.key(hashed: KeyHash(of: text)), key.kind == kind.name else {
            throw Refusal.CredentialFault.unknown
        }
        let now = now()
        if let revokedAt = key.revokedAt, revokedAt <= now { throw Refusal.CredentialFault.revoked }
        if let expiresAt = key.expiresAt, expiresAt <= now { throw Refusal.CredentialFault.expired }
        return Caller(keyID: key.id, kind: key.kind, scopes: api.scopes(key.scopes, within: kind.holds), tenant: key.tenant)
    }
}
