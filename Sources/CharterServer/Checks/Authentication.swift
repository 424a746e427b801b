import CharterRuntime
import HTTPTypes

/// Finds out who is calling: 401 unless the request has the credentials of one of the endpoint's alternatives, all valid now.
///
/// Where anonymous callers are let in, only a request without any of the endpoint's credentials is one of theirs: a credential that is
/// there and not valid is refused.
struct Authentication: RequestStage {
    let verification: CredentialVerification

    private var api: APIDescription { verification.api }

    func pass(_ exchange: inout Exchange) async throws {
        let auth = exchange.endpoint.auth
        guard auth != .none else { return }
        let credentials = try auth.names.map { name in
            guard let credential = api.credential(named: name) else { throw UndescribedName(name: name, endpoint: exchange.endpoint.id) }
            return credential
        }
        let reading = CredentialReading(fields: exchange.head.headerFields, query: exchange.query)
        var fault = Refusal.CredentialFault.missing
        var place = credentials.first
        var presentsNone = true
        for names in auth.alternatives where !names.isEmpty {
            let needed = credentials.filter { names.contains($0.name) }
            var callers: [Caller] = []
            for credential in needed {
                do {
                    let text = try reading.text(of: credential)
                    presentsNone = false
                    callers.append(try await verification.caller(presenting: text, credential))
                } catch let found as Refusal.CredentialFault {
                    // What is almost right is what the caller means.
                    if found > fault || !callers.isEmpty { (fault, place) = (found, credential) }
                    break
                }
            }
            guard let first = callers.first, callers.count == needed.count else { continue }
            exchange.caller = callers.dropFirst().reduce(first) { $0.joined(by: $1) }
            exchange.credentials = needed
            return
        }
        if auth.isOpen, presentsNone, fault == .missing { return }
        if fault <= .malformed, presentsAnother(than: credentials, reading) { fault = .foreign }
        throw Refusal.unauthorized(fault, place, challenges: credentials.compactMap(\.challenge))
    }

    /// Whether the request has a credential of the API that this endpoint does not take.
    private func presentsAnother(than taken: [APIDescription.Credential], _ reading: CredentialReading) -> Bool {
        api.credentials.contains { credential in
            guard !taken.contains(where: { $0.name == credential.name }), let text = try? reading.text(of: credential) else { return false }
            return verification.isWellFormed(text, credential)
        }
    }
}
