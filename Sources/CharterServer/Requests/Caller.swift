/// Who makes a request, as far as its credential says.
///
/// It holds no secret, so that it can be logged.
public struct Caller: Hashable, Sendable {
    /// The public identifier of the caller's key, or nil without a credential.
    public var keyID: String?
    /// The kind of the caller's key, such as `secret`, or nil without a credential.
    public var kind: String?
    /// The scopes the key holds, none above what its kind may hold; scopes that these imply are not listed.
    public var scopes: Set<String>
    /// The tenant the key belongs to, or nil.
    public var tenant: String?

    /// Creates a caller.
    public init(keyID: String?, kind: String?, scopes: Set<String>, tenant: String?) {
        self.keyID = keyID
        self.kind = kind
        self.scopes = scopes
        self.tenant = tenant
    }

    /// The caller of an endpoint that asks for no credential.
    public static let anonymous = Caller(keyID: nil, kind: nil, scopes: [], tenant: nil)
}
