/// Why a token is not taken.
public enum TokenFault: Error, Hashable, Sendable {
    /// It cannot be read.
    case malformed
    /// It was taken back.
    case revoked
    /// Its time is over.
    case expired
}
