import CharterRuntime

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension APIDescription.Credential.BasicPart {
    /// The part of a `user-pass` (RFC 7617 §2), which is sent as Base64; nil where it is none.
    ///
    /// A user name has no colon, a password may have some.
    func of(_ encoded: String) -> String? {
        guard let data = Data(base64Encoded: encoded), let text = String(validating: data, as: UTF8.self) else { return nil }
        guard let colon = text.firstIndex(of: ":") else { return nil }
        return switch self {
        case .user: String(text[..<colon])
        case .password: String(text[text.index(after: colon)...])
        }
    }
}
