import Crypto
import CharterRuntime
import Foundation

/// A token made by hand, part by part, as somebody would who wants to be let in.
struct Forgery {
    /// The first of May 2026, in UTC.
    static let now = Timestamp(secondsSinceEpoch: 1_777_593_600)
    static let issuer = "https://issuer.example"
    static let audience = "https://api.example"
    static let secret = Array("0123456789abcdef0123456789ABCDEF".utf8)

    var header = #"{"alg":"HS256","typ":"JWT"}"#
    var payload = claims()

    /// Claims that are taken for a minute, as JSON text, with others in front.
    static func claims(
        _ others: String = "",
        iss: String? = #""https://issuer.example""#,
        aud: String? = #""https://api.example""#,
        exp: String? = "\(now.secondsSinceEpoch + 60)"
    ) -> String {
        let named = [("iss", iss), ("aud", aud), ("exp", exp)].compactMap { name, value in value.map { "\"\(name)\":\($0)" } }
        return "{" + ([others, #""sub":"ann""#] + named).filter { !$0.isEmpty }.joined(separator: ",") + "}"
    }

    /// The first two parts, which are signed.
    var signed: String { Self.base64URL(header.utf8) + "." + Self.base64URL(payload.utf8) }

    /// The token with a signature of the secret, right by default.
    func token(_ secret: some Sequence<UInt8> = Self.secret) -> String {
        signed(by: { HMAC<SHA256>.authenticationCode(for: $0, using: SymmetricKey(data: Array(secret))) })
    }

    /// The token with a signature that a closure makes.
    func signed(by sign: (Data) throws -> some Sequence<UInt8>) rethrows -> String {
        signed + "." + Self.base64URL(try sign(Data(signed.utf8)))
    }

    static func base64URL(_ bytes: some Sequence<UInt8>) -> String {
        Data(Array(bytes)).base64EncodedString()
            .replacingOccurrences(of: "+", with: "-").replacingOccurrences(of: "/", with: "_").replacingOccurrences(of: "=", with: "")
    }
}
