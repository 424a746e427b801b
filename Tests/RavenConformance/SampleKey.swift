import CharterRuntime
import CharterServer

/// A key that the server under test issued.
struct SampleKey: Sendable {
    /// What every key begins with.
    static let prefix = "rk_live_"

    let tenant: String
    var state = Fixtures.State.valid
    /// Tells keys of one tenant and state apart.
    var number = 1

    /// The public identifier of the key.
    var id: String { (state == .valid ? tenant : "\(tenant)-\(state.rawValue)") + (number == 1 ? "" : "-\(number)") }

    /// The key itself, which tells whose it is: it is meant for tests alone.
    var text: String { "\(Self.prefix)\(id)-0123456789abcdef" }

    /// The key as a checker is told of it; none has a rate of its own.
    var fixture: Fixtures.Credential {
        Fixtures.Credential(tenant: tenant, kind: "live", scopes: [], headers: ["X-Raven-Key": text], limits: [:], state: state)
    }

    /// The key as the server keeps it; what its state says happened to it happened at `instant`.
    func stored(at instant: Timestamp) -> StoredKey {
        StoredKey(
            id: id,
            kind: "live",
            scopes: [],
            tenant: tenant,
            revokedAt: state == .revoked ? instant : nil,
            expiresAt: state == .expired ? instant : nil
        )
    }

    /// One key of each sample tenant, another one of the first, and two of it whose time is over.
    static let all =
        [Landmarks.acme, .birch, .cedar].map { SampleKey(tenant: $0.slug) } + [SampleKey(tenant: Landmarks.acme.slug, number: 2)]
        + [.revoked, .expired].map { SampleKey(tenant: Landmarks.acme.slug, state: $0) }
}
