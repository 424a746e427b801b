extension APIDescription {
    /// Whether a call of the endpoint leaves more behind than what its handler does: how it was answered, or that it was counted.
    ///
    /// It is so where calls of the endpoint can be repeated, and where a limit counts its effects: one of its own, or of a credential or a kind of key that may call.
    /// Handlers of such endpoints write what they do in a transaction, in which the rest is written too.
    public func keepsEffects(of endpoint: Endpoint) -> Bool {
        guard endpoint.idempotency == nil else { return true }
        let counted = limits.filter { $0.counts == .effects }.map(\.name)
        guard !counted.isEmpty else { return false }
        let brought = endpoint.auth.names.compactMap(credential(named:)).flatMap { credential in
            credential.limits
                + credential.kinds.filter { endpoint.keyKinds.isEmpty || endpoint.keyKinds.contains($0.name) }.flatMap(\.limits)
        }
        return (endpoint.limits + brought).contains(where: counted.contains)
    }
}
