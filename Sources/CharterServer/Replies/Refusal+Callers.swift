import CharterRuntime
import HTTPTypes

extension Refusal {
    /// What can be wrong with a credential, each with a code of its own.
    enum CredentialFault: Error {
        case missing, empty, repeated, malformed, unknown, revoked, expired
    }

    /// 401, with the challenge that RFC 9110 §11.6.1 asks of every such reply.
    static func unauthorized(_ fault: CredentialFault, header: String, realm: String) -> Refusal {
        Refusal(
            status: 401,
            code: fault.code,
            title: "The request has no valid credential.",
            detail: fault.detail(header: header),
            headers: [.wwwAuthenticate: "ApiKey realm=\(realm.quotedString)"]
        )
    }

    static func keyKindForbidden(_ kind: String, allowed: [String]) -> Refusal {
        Refusal(
            status: 403,
            code: .keyKindForbidden,
            title: "Keys of this kind cannot do this.",
            detail: "The key is of the kind '\(kind)'; this takes a key of the kind \(allowed.map { "'\($0)'" }.joined(separator: " or "))."
        )
    }

    static func insufficientScope(_ scope: String) -> Refusal {
        Refusal(
            status: 403,
            code: .insufficientScope,
            title: "The key may not do this.",
            detail: "This takes a key with the scope '\(scope)'."
        )
    }

    /// The refusal of another tenant's data; by 404 it tells nothing that an absent tenant would not.
    static func foreignTenant(_ tenancy: APIDescription.Tenancy) -> Refusal {
        guard tenancy.foreignStatus != 404 else { return .notFound }
        return Refusal(
            status: tenancy.foreignStatus,
            code: .foreignTenant,
            title: "The key belongs to another \(tenancy.name)."
        )
    }
}

extension Refusal.CredentialFault {
    fileprivate var code: Problem.Code {
        switch self {
        case .missing: .credentialMissing
        case .empty: .credentialEmpty
        case .repeated: .credentialRepeated
        case .malformed: .credentialMalformed
        case .unknown: .credentialUnknown
        case .revoked: .credentialRevoked
        case .expired: .credentialExpired
        }
    }

    fileprivate func detail(header: String) -> String {
        switch self {
        case .missing: "Send a key in the header field '\(header)'."
        case .empty: "The header field '\(header)' is empty."
        case .repeated: "The header field '\(header)' is there more than once."
        case .malformed: "The header field '\(header)' holds no key of this API."
        case .unknown: "The key is not known."
        case .revoked: "The key was revoked."
        case .expired: "The key has expired."
        }
    }
}

extension String {
    /// The text as a `quoted-string` (RFC 9110 §5.6.4).
    fileprivate var quotedString: String {
        "\"" + flatMap { $0 == "\"" || $0 == "\\" ? ["\\", $0] : [$0] } + "\""
    }
}
