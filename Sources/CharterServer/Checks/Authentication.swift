import CharterRuntime
import HTTPTypes

/// Finds out who is calling: 401 unless the request has the credentials of one of the endpoint's alternatives, all valid now.
///
/// Each of the endpoint's credentials that is there must be valid, needed or not, for whoever sends it means to be known by it. Of the
/// alternatives that are there, the one of most credentials tells who calls, and of those of equally many the one that stands first.
/// Where anonymous callers are let in, only a request without any of the endpoint's credentials is one of theirs.
struct Authentication: RequestStage {
    let verification: CredentialVerification

    private var api: APIDescription { verification.api }

    func pass(_ exchange: inout Exchange) async throws {
        if exchange.endpoint.auth != .none {
            let presented = try await presented(in: exchange)
            if let first = presented.first { exchange.caller = presented.dropFirst().reduce(first.caller) { $0.joined(by: $1.caller) } }
            exchange.presented = presented
        }
        exchange.passed.insert(.credentials)
    }

    private func presented(in exchange: Exchange) async throws -> [PresentedCredential] {
        let asked = exchange.asked
        let reading = CredentialReading(fields: exchange.head.headerFields, query: exchange.query)
        var findings: [CredentialFinding] = []
        if let name = asked.undescribed { throw UndescribedName(name: name, endpoint: exchange.endpoint.id) }
        for credential in asked.credentials {
            findings.append(try await finding(of: credential, reading))
        }
        // Most endpoints ask for one credential, and it is there: nothing has to be chosen.
        if findings.count == 1, let presented = findings[0].presented { return [presented] }
        if asked.isOpen, findings.allSatisfy({ $0.fault == .missing }) { return [] }
        let valid = findings.compactMap { $0.presented == nil ? nil : $0.credential.name }
        let complete = asked.alternatives.filter { !$0.isEmpty && $0.allSatisfy(valid.contains) }
        guard findings.refused == nil, let chosen = complete.first(withMost: \.count) else {
            throw refusal(of: findings, asked, valid: valid, reading)
        }
        return findings.filter { chosen.contains($0.credential.name) }.compactMap(\.presented)
    }

    private func finding(of credential: APIDescription.Credential, _ reading: CredentialReading) async throws -> CredentialFinding {
        var text: String?
        do {
            let found = try reading.text(of: credential)
            text = found
            let caller = try await verification.caller(presenting: found, credential)
            return CredentialFinding(credential: credential, text: text, outcome: .success(caller))
        } catch let fault as Refusal.CredentialFault {
            return CredentialFinding(credential: credential, text: text, outcome: .failure(fault))
        }
    }

    private func refusal(
        of findings: [CredentialFinding],
        _ asked: AskedCredentials,
        valid: [String],
        _ reading: CredentialReading
    ) -> Refusal {
        // What is almost complete is what the caller means.
        let nearest = asked.alternatives.first { $0.contains(where: valid.contains) }
        let lacking = findings.first { $0.fault != nil && nearest?.contains($0.credential.name) == true }
        let worst = findings.refused ?? lacking ?? findings.worst
        var fault = worst?.fault ?? .missing
        if fault <= .malformed, presentsAnother(than: findings, reading) { fault = .foreign }
        let isWithoutAny = fault == .missing && valid.isEmpty
        let place = isWithoutAny ? places(of: asked, findings) : worst?.credential.place.phrase
        return .unauthorized(fault, at: place, challenges: findings.compactMap(\.credential.challenge))
    }

    /// The places of the credentials that are asked for: all of one alternative or of another.
    private func places(of asked: AskedCredentials, _ findings: [CredentialFinding]) -> String {
        let phrases = findings.reduce(into: [:]) { $0[$1.credential.name] = $1.credential.place.phrase }
        let alternatives = asked.alternatives.filter { !$0.isEmpty }.map { names in
            names.compactMap { phrases[$0] }.joined(separator: " and one in ")
        }
        return alternatives.uniqued.joined(separator: ", or in ")
    }

    /// Whether the request has a credential of the API that this endpoint does not take, in a text that is not taken as another.
    private func presentsAnother(than findings: [CredentialFinding], _ reading: CredentialReading) -> Bool {
        api.credentials.contains { credential in
            guard !findings.contains(where: { $0.credential.name == credential.name }), let text = try? reading.text(of: credential) else {
                return false
            }
            return !findings.contains { $0.fault == nil && $0.text == text } && verification.isWellFormed(text, credential)
        }
    }
}

extension [CredentialFinding] {
    /// The one whose fault came closest to being taken; of equal ones the first.
    fileprivate var worst: CredentialFinding? {
        first(withMost: { $0.fault?.rawValue ?? -1 })
    }

    /// The worst of those that are there and not taken; a text that is taken as another credential in its place is no fault.
    fileprivate var refused: CredentialFinding? {
        let taken = filter { $0.fault == nil }.map(\.text)
        return filter { $0.isPresent && $0.fault != nil && ($0.text == nil || !taken.contains($0.text)) }.worst
    }
}

extension Collection {
    /// The first of the elements that have the greatest number of something.
    fileprivate func first(withMost count: (Element) -> Int) -> Element? {
        let most = lazy.map(count).max()
        return first { count($0) == most }
    }
}
