/// An algorithm by which tokens are signed (RFC 7518 §3.1, RFC 8037 §3.1): all that are taken, and `none` is not among them.
///
/// Each key has just one (RFC 8725 §3.1); what a token says only has to agree with it.
enum SigningAlgorithm: String, Sendable {
    case hs256 = "HS256"
    case hs384 = "HS384"
    case hs512 = "HS512"
    case rs256 = "RS256"
    case rs384 = "RS384"
    case rs512 = "RS512"
    case ps256 = "PS256"
    case ps384 = "PS384"
    case ps512 = "PS512"
    case es256 = "ES256"
    case es384 = "ES384"
    case es512 = "ES512"
    case edDSA = "EdDSA"

    /// The algorithm that keys of a curve are for, as RFC 7518 §3.4 and RFC 8037 §3.1 bind them; nil for curves that are not known.
    init?(curve: String) {
        switch curve {
        case "P-256": self = .es256
        case "P-384": self = .es384
        case "P-521": self = .es512
        case "Ed25519": self = .edDSA
        default: return nil
        }
    }

    /// Whether keys of RSA are for it.
    var isRSA: Bool {
        switch self {
        case .rs256, .rs384, .rs512, .ps256, .ps384, .ps512: true
        case .hs256, .hs384, .hs512, .es256, .es384, .es512, .edDSA: false
        }
    }

    /// Whether secrets are for it, which no set of public keys has.
    var isOfSecrets: Bool {
        switch self {
        case .hs256, .hs384, .hs512: true
        case .rs256, .rs384, .rs512, .ps256, .ps384, .ps512, .es256, .es384, .es512, .edDSA: false
        }
    }
}
