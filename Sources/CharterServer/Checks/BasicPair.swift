import CharterRuntime

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The user name and the password of Basic (RFC 7617).
struct BasicPair {
    let user: String
    let password: String

    /// Reads a `user-pass` (RFC 7617 §2), which is sent as Base64; nil where it is none.
    ///
    /// A user name has no colon, a password may have some.
    init?(_ encoded: String) {
        guard let data = Data(base64Encoded: encoded), let text = String(validating: data, as: UTF8.self) else { return nil }
        guard let colon = text.firstIndex(of: ":") else { return nil }
        user = String(text[..<colon])
        password = String(text[text.index(after: colon)...])
    }

    subscript(part: APIDescription.Credential.BasicPart) -> String {
        switch part {
        case .user: user
        case .password: password
        }
    }
}
