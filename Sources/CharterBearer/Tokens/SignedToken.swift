import CharterServer

/// A token taken apart (RFC 7515 §3.1), whose signature nobody has checked so far.
struct SignedToken {
    let header: TokenHeader
    /// The bytes of the claims, to be read once the signature holds.
    let payload: [UInt8]
    /// What the signature is of: the first two parts as they were sent (RFC 7515 §5.2).
    let signed: [UInt8]
    let signature: [UInt8]

    /// Takes a token apart.
    ///
    /// - Throws: ``TokenFault/malformed`` for one of more bytes, without just three parts, with a part that is not written as Base64url
    ///   has to be, or with a header that cannot be read. A token without a signature has an empty third part, and is none.
    init(_ text: String, maximumByteCount: Int) throws(TokenFault) {
        guard text.utf8.count <= maximumByteCount else { throw .malformed }
        let parts = text.utf8.split(separator: UInt8(ascii: "."), maxSplits: 3, omittingEmptySubsequences: false)
        guard parts.count == 3, parts.allSatisfy({ !$0.isEmpty }), let header = Base64URL.decode(parts[0]),
            let payload = Base64URL.decode(parts[1]), let signature = Base64URL.decode(parts[2])
        else { throw .malformed }
        self.header = try TokenHeader(header)
        self.payload = payload
        self.signature = signature
        signed = Array(text.utf8[parts[0].startIndex..<parts[1].endIndex])
    }
}
