import CharterRuntime

extension Refusal {
    /// What can be wrong with a credential, each with a code of its own; the later, the closer it came to being taken.
    enum CredentialFault: Int, Error, Comparable {
        case missing, otherScheme, empty, malformed, repeated, foreign, unknown, expired, revoked

        static func < (left: CredentialFault, right: CredentialFault) -> Bool {
            left.rawValue < right.rawValue
        }

        var code: Problem.Code {
            switch self {
            case .missing: .credentialMissing
            case .empty: .credentialEmpty
            case .repeated: .credentialRepeated
            case .otherScheme, .malformed: .credentialMalformed
            case .foreign: .credentialForeign
            case .unknown: .credentialUnknown
            case .revoked: .credentialRevoked
            case .expired: .credentialExpired
            }
        }

        /// What is wrong at a place, and how to mend it.
        func detail(_ place: String) -> String {
            switch self {
            case .missing: "Send a credential in \(place)."
            case .empty: "There is nothing in \(place)."
            case .repeated: "The credential is there more than once; send it in \(place) alone."
            case .otherScheme, .malformed: "There is no credential of this API in \(place)."
            case .foreign: "The credential is for other endpoints, or for another server; send another one in \(place)."
            case .unknown: "The credential is not known."
            case .revoked: "The credential was revoked."
            case .expired: "The credential has expired."
            }
        }
    }
}

extension APIDescription.Credential.Place {
    /// The place in words.
    var phrase: String {
        switch self {
        case .header(let name): "the header field '\(name)'"
        case .scheme(let scheme, let header): "the header field '\(header)', behind the word '\(scheme)'"
        case .query(let name): "the query parameter '\(name)'"
        case .basic(.user, _): "the header field 'Authorization', as the user name of the scheme 'Basic'"
        case .basic(.password, _): "the header field 'Authorization', as the password of the scheme 'Basic'"
        }
    }
}
