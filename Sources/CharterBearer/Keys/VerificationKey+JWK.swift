import CharterRuntime
import JWTKit

/// Why a key of a set is not used, to follow its name.
struct IgnoredKey: Error {
    let reason: String

    init(_ reason: String) {
        self.reason = reason
    }
}

extension VerificationKey {
    /// Takes up the public key that a JSON Web Key describes (RFC 7517 §4).
    init(jwk value: JSONValue) async throws(IgnoredKey) {
        guard case .object(let members) = value else { throw IgnoredKey("is no object") }
        if let use = members["use"], use.text != "sig" { throw IgnoredKey("is not for signatures ('use')") }
        if let operations = members["key_ops"], operations.texts?.contains("verify") != true {
            throw IgnoredKey("is not for verifying ('key_ops')")
        }
        if let id = members["kid"], id.text == nil { throw IgnoredKey("has a 'kid' that is no text") }
        // A private key that is published is everybody's.
        guard members["d"] == nil, members["k"] == nil else { throw IgnoredKey("has secret members") }
        let algorithm = try SigningAlgorithm(jwk: members)
        let key = try await Self.signatures(of: JWK(algorithm, members), algorithm)
        self.init(id: members["kid"]?.text, algorithm: algorithm, signatures: key)
    }

    /// What the library makes of a key.
    private static func signatures(of jwk: JWK, _ algorithm: SigningAlgorithm) async throws(IgnoredKey) -> any JWTAlgorithm {
        do {
            let keys = JWTKeyCollection()
            try await keys.add(jwk: jwk)
            let key = try await keys.getKey(for: jwk.keyIdentifier)
            if key.name == algorithm.rawValue { return key }
        } catch {}
        // What the library says of it could hold parts of the key.
        throw IgnoredKey("is no key of \(algorithm.rawValue), or one that is too weak")
    }
}

extension SigningAlgorithm {
    /// The one algorithm that a key is for.
    fileprivate init(jwk members: [String: JSONValue]) throws(IgnoredKey) {
        var stated: SigningAlgorithm?
        if let name = members["alg"] {
            guard let known = name.text.flatMap(SigningAlgorithm.init(rawValue:)) else { throw IgnoredKey("has an unknown 'alg'") }
            stated = known
        }
        switch members["kty"]?.text {
        case "RSA":
            guard stated?.isRSA != false else { throw IgnoredKey("has an 'alg' that is not of its 'kty'") }
            self = stated ?? .rs256
        case let type? where type == "EC" || type == "OKP":
            guard let curve = members["crv"]?.text.flatMap(SigningAlgorithm.init(curve:)), (curve == .edDSA) == (type == "OKP") else {
                throw IgnoredKey("has an unknown 'crv'")
            }
            guard stated == nil || stated == curve else { throw IgnoredKey("has an 'alg' that is not of its 'crv'") }
            self = curve
        default: throw IgnoredKey("has a 'kty' other than RSA, EC and OKP")
        }
    }
}

extension JWK {
    /// The public members of a key, under a name of no meaning: the library keeps none without.
    fileprivate init(_ algorithm: SigningAlgorithm, _ members: [String: JSONValue]) throws(IgnoredKey) {
        func number(_ name: String) throws(IgnoredKey) -> String {
            guard let text = members[name]?.text, let bytes = Base64URL.decode(text.utf8), !bytes.isEmpty else {
                throw IgnoredKey("has no '\(name)' in Base64url")
            }
            return text
        }
        let name = JWKIdentifier(string: "key")
        let named = JWK.Algorithm(rawValue: algorithm.rawValue)
        if algorithm.isRSA {
            self = .rsa(named, identifier: name, modulus: try number("n"), exponent: try number("e"))
        } else if algorithm == .edDSA {
            self = .octetKeyPair(named, identifier: name, x: try number("x"), y: nil, curve: .ed25519)
        } else {
            let curve = members["crv"]?.text.flatMap(ECDSACurve.init(rawValue:))
            self = .ecdsa(named, identifier: name, x: try number("x"), y: try number("y"), curve: curve)
        }
    }
}
