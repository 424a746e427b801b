/// The keys whose tokens a server takes: secrets, or the public keys of whoever issues the tokens.
public struct VerificationKeys: Sendable {
    let keys: [VerificationKey]
    /// Why keys of a JSON Web Key Set are not used, one sentence each, without the keys.
    public let ignored: [String]

    /// The most keys of a set: each could be tried for one token.
    static let maximumCount = 64

    /// Takes the tokens that are signed with one of these secrets.
    ///
    /// Of several, such as a new one and the one it replaces, give each an `id`, or all are tried.
    public init(_ secrets: TokenSecret...) {
        self.init(secrets.map { VerificationKey($0) }, ignored: [])
    }

    init(_ keys: [VerificationKey], ignored: [String]) {
        self.keys = keys
        self.ignored = ignored
    }

    /// The keys that a token may be signed with: those of its algorithm that have the name which it states.
    ///
    /// A token without `kid` is one of a key without a name, or of the only key that its algorithm has.
    func keys(for header: TokenHeader) -> [VerificationKey] {
        guard let algorithm = SigningAlgorithm(rawValue: header.algorithm) else { return [] }
        let fitting = keys.filter { $0.algorithm == algorithm }
        guard let id = header.keyID else {
            let nameless = fitting.filter { $0.id == nil }
            return nameless.isEmpty && fitting.count == 1 ? fitting : nameless
        }
        let named = fitting.filter { $0.id?.isSame(as: id) == true }
        return named.isEmpty ? fitting.filter(\.answersToAnyID) : named
    }

    /// Whether a key has that name, whatever its algorithm.
    func have(id: String) -> Bool {
        keys.contains { $0.id?.isSame(as: id) == true }
    }
}

extension String {
    /// Whether two texts have the same characters, which Unicode's other spellings of them are not (RFC 7515 §5.3).
    func isSame(as other: String) -> Bool {
        utf8.elementsEqual(other.utf8)
    }
}
