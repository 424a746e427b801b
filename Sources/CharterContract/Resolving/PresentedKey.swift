/// A key or a token, as a request presents one for a credential.
package enum PresentedKey: Hashable, Sendable {
    /// A key of the kind of that name.
    case kind(String)
    /// A token of the credential of that name.
    case token(String)
}

extension ResolvedCredential {
    /// What its callers can present, each with what it can hold.
    var presentable: [(key: PresentedKey, holds: ScopeNames)] {
        isToken ? [(.token(name), holds)] : kinds.map { (.kind($0.name), $0.holds) }
    }
}
