import CharterRuntime

/// A credential of a request that is valid, and whom it speaks for.
struct PresentedCredential: Sendable {
    let credential: APIDescription.Credential
    let caller: Caller
}
