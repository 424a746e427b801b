import CharterRuntime
import CharterServer

/// What a token says of its own signature (RFC 7515 §4), which is a claim like any other until a key has borne it out.
///
/// Members that name or hold a key (`jku`, `jwk`, `x5u`, `x5c`) are not read: whoever makes a token chooses them.
struct TokenHeader {
    /// The algorithm by which it says it is signed.
    let algorithm: String
    /// The name of the key with which it says it is signed, or nil.
    let keyID: String?
    /// The kind of token that it says it is, or nil.
    let type: String?
    /// Whether it asks for an extension: for whatever `crit` lists (RFC 7515 §4.1.11), or for a payload that is not encoded (RFC 7797).
    let isExtended: Bool

    init(_ bytes: [UInt8]) throws(TokenFault) {
        guard let members = StrictJSON.object(bytes), let algorithm = members["alg"]?.text else { throw .malformed }
        self.algorithm = algorithm
        keyID = try members.text("kid")
        type = try members.text("typ")
        isExtended = members["crit"] != nil || members["b64"] != nil
    }
}

extension [String: JSONValue] {
    /// The text of a member, or nil if there is no such member.
    ///
    /// - Throws: ``TokenFault/malformed`` for a value that is no text, `null` among them.
    func text(_ name: String) throws(TokenFault) -> String? {
        guard let value = self[name] else { return nil }
        guard let text = value.text else { throw .malformed }
        return text
    }
}
