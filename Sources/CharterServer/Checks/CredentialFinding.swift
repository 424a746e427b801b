import CharterRuntime

/// What a request has in the place of a credential.
struct CredentialFinding: Sendable {
    let credential: APIDescription.Credential
    /// The text that stands there; nil where none can be read.
    let text: String?
    /// Whom it speaks for, or why it is not taken.
    let outcome: Result<Caller, Refusal.CredentialFault>

    /// The credential, if it is taken.
    var presented: PresentedCredential? {
        guard case .success(let caller) = outcome else { return nil }
        return PresentedCredential(credential: credential, caller: caller)
    }

    /// Why it is not taken; nil if it is.
    var fault: Refusal.CredentialFault? {
        guard case .failure(let fault) = outcome else { return nil }
        return fault
    }

    /// Whether something stands there that is meant as this credential.
    var isPresent: Bool {
        switch fault {
        case .missing, .otherScheme, .empty: false
        case .malformed, .repeated, .foreign, .unknown, .expired, .revoked, nil: true
        }
    }
}
