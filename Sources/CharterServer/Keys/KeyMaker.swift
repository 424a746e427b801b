import CharterRuntime

/// Makes keys of the shapes that an API documents.
///
/// A key is the prefix of its kind, 30 characters of Base62 that the system's generator draws (178 bits), and six that are the CRC-32 of what stands in
/// front of them, by which a mistyped key is known without a look-up. Where the kind states a `form`, the key matches it instead; it ends in the checksum if
/// the form is one class that takes all letters and digits, 28 or more of them.
public struct KeyMaker: Sendable {
    private let api: APIDescription

    /// Makes the keys of an API.
    public init(_ api: APIDescription) {
        self.api = api
    }

    /// Makes a key that nobody has.
    ///
    /// - Parameters:
    ///   - kind: The name of the kind; nil for a credential without kinds.
    ///   - credential: The name of the credential; needed without a kind, and where two credentials have kinds of that name.
    /// - Throws: ``KeyFault`` if the API has no such keys, or none can be made from the form of the kind.
    public func key(kind: String?, credential: String? = nil) throws(KeyFault) -> NewKey {
        var generator = SystemRandomNumberGenerator()
        return try key(try DescribedKey(kind: kind, credential: credential, in: api), using: &generator)
    }

    func key(_ described: DescribedKey, using generator: inout some RandomNumberGenerator) throws(KeyFault) -> NewKey {
        let shape = try shape(of: described)
        var bytes = Array(described.prefix.utf8)
        for part in shape.parts {
            for _ in 0..<part.count { bytes.append(part.alphabet[Int.random(in: part.alphabet.indices, using: &generator)]) }
        }
        let shown = String(decoding: bytes.prefix(described.prefix.utf8.count + shape.shownCount), as: UTF8.self)
        if shape.endsInChecksum { bytes += KeyChecksum.text(of: bytes) }
        let text = String(decoding: bytes, as: UTF8.self)
        // What is made here must be taken there, whatever the two understand a pattern to mean.
        guard described.fits(text, in: api) else { throw .formNotUnderstood(kind: described.name, form: described.kind?.form ?? "") }
        return NewKey(text: text, displayPrefix: shown)
    }

    private func shape(of described: DescribedKey) throws(KeyFault) -> KeyShape {
        guard let form = described.kind?.form else { return .usual }
        guard let shape = KeyShape(form: form) else { throw .formNotUnderstood(kind: described.name, form: form) }
        guard shape.bits >= KeyShape.leastBits else { throw .formTooNarrow(kind: described.name, form: form, bits: Int(shape.bits)) }
        return shape
    }
}
