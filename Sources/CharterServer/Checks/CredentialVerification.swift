import CharterRuntime

/// Finds out whom the text of a credential speaks for.
struct CredentialVerification: Sendable {
    let api: APIDescription
    let keys: any KeyStore
    let tokens: (any TokenVerifier)?
    /// The environment whose keys are valid here; nil where all are.
    let environment: String?
    let now: @Sendable () -> Timestamp
    private let uses = KeyUses()

    init(
        api: APIDescription,
        keys: any KeyStore,
        tokens: (any TokenVerifier)?,
        environment: String?,
        now: @escaping @Sendable () -> Timestamp
    ) {
        self.api = api
        self.keys = keys
        self.tokens = tokens
        self.environment = environment
        self.now = now
    }

    /// The caller who presents a text as a credential.
    ///
    /// - Throws: ``Refusal/CredentialFault`` for a text that is not taken; what kept the store or the verifier from answering.
    func caller(presenting text: String, _ credential: APIDescription.Credential) async throws -> Caller {
        switch credential.form {
        case .key:
            let kind = kind(of: text, credential)
            guard kind != nil || credential.kinds.isEmpty else { throw Refusal.CredentialFault.malformed }
            return try await caller(presentingKey: text, credential, kind)
        case .jwt:
            guard text.isCompactToken else { throw Refusal.CredentialFault.malformed }
            return try await caller(presentingToken: text, credential)
        }
    }

    /// Whether a text looks like a credential of that name.
    func isWellFormed(_ text: String, _ credential: APIDescription.Credential) -> Bool {
        switch credential.form {
        case .key: credential.kinds.isEmpty || kind(of: text, credential) != nil
        case .jwt: text.isCompactToken
        }
    }

    /// The kind of key that a text looks like.
    private func kind(of text: String, _ credential: APIDescription.Credential) -> APIDescription.KeyKind? {
        credential.kinds.first { $0.fits(text, in: api) }
    }

    private func caller(
        presentingKey text: String,
        _ credential: APIDescription.Credential,
        _ kind: APIDescription.KeyKind?
    ) async throws -> Caller {
        if let own = kind?.environment, let environment, own != environment { throw Refusal.CredentialFault.foreign }
        if keys.holdsChecksummedKeysOnly, DescribedKey(credential: credential, kind: kind).lacksChecksum(text) {
            throw Refusal.CredentialFault.unknown
        }
        // A record of another kind than the key's prefix says is an error of the store; its scopes are not to be trusted.
        guard let key = try await keys.key(hashed: KeyHash(of: text)), key.kind == kind?.name,
            key.credential ?? credential.name == credential.name, key.kind != nil || key.credential != nil
        else { throw Refusal.CredentialFault.unknown }
        let now = now()
        // Whatever the clock shows, which may have been set back: a key that was taken back stays so.
        if key.revokedAt != nil { throw Refusal.CredentialFault.revoked }
        if let expiresAt = key.expiresAt, expiresAt <= now { throw Refusal.CredentialFault.expired }
        uses.note(key, at: now, in: keys)
        var caller = Caller(
            credential: credential.name,
            keyID: key.id,
            kind: key.kind,
            scopes: api.scopes(key.scopes, within: kind?.holds ?? credential.holds),
            roles: key.roles.limited(to: credential.roles),
            user: key.user,
            tenant: key.tenant,
            otherTenants: key.otherTenants
        )
        caller.opensEveryTenant = kind?.opensEveryTenant ?? false
        caller.keyLimits = key.limits
        return caller
    }

    private func caller(presentingToken text: String, _ credential: APIDescription.Credential) async throws -> Caller {
        guard let tokens else { throw MissingTokenVerifier(credential: credential.name) }
        do {
            guard var caller = try await tokens.caller(presenting: text, as: credential) else { throw Refusal.CredentialFault.unknown }
            caller.credential = credential.name
            caller.kind = nil
            caller.scopes = api.scopes(caller.scopes, within: credential.holds)
            caller.roles = caller.roles.limited(to: credential.roles)
            caller.opensEveryTenant = false
            caller.keyLimits = [:]
            return caller
        } catch let fault as TokenFault {
            switch fault {
            case .malformed: throw Refusal.CredentialFault.malformed
            case .revoked: throw Refusal.CredentialFault.revoked
            case .expired: throw Refusal.CredentialFault.expired
            }
        }
    }
}

extension String {
    /// Whether the text has three parts of Base64url with dots between them (RFC 7515 §3.1).
    var isCompactToken: Bool {
        let parts = split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 3
            && parts.allSatisfy { part in
                !part.isEmpty
                    && part.utf8.allSatisfy { byte in
                        switch byte {
                        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
                            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
                            true
                        default: false
                        }
                    }
            }
    }
}
