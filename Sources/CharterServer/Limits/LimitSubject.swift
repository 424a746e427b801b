/// Whom limits count: what is known of the caller of a request, or of whoever has something done outside of the API.
public struct LimitSubject: Hashable, Sendable {
    /// The public identifier of the key, or nil without one.
    public var keyID: String?
    /// The numbers that the key's record holds for limits, by the field's name: what a limit's `override` names.
    public var keyNumbers: [String: Int]
    /// The person, or nil.
    public var user: String?
    /// The tenant, or nil.
    public var tenant: String?
    /// The network address, or nil where it is not known.
    public var address: String?
    /// Whether a credential was presented.
    public var hasCredential: Bool
    /// What the tenant subscribes to; that of nobody where there is no tenant.
    public var subscription: TenantSubscription

    /// Creates a subject.
    public init(
        keyID: String? = nil,
        keyNumbers: [String: Int] = [:],
        user: String? = nil,
        tenant: String? = nil,
        address: String? = nil,
        hasCredential: Bool = true,
        subscription: TenantSubscription = TenantSubscription()
    ) {
        self.keyID = keyID
        self.keyNumbers = keyNumbers
        self.user = user
        self.tenant = tenant
        self.address = address
        self.hasCredential = hasCredential
        self.subscription = subscription
    }

    /// The caller of a request.
    ///
    /// - Parameters:
    ///   - keyNumbers: The numbers that the key's record holds for limits, by the field's name.
    ///   - address: The network address that the request came from.
    ///   - subscription: That of the caller's tenant; see ``CharterRuntime/APIDescription/Limit/dependsOnSubscription``.
    public init(
        _ caller: Caller,
        keyNumbers: [String: Int] = [:],
        address: String?,
        subscription: TenantSubscription = TenantSubscription()
    ) {
        self.init(
            keyID: caller.keyID,
            keyNumbers: keyNumbers,
            user: caller.user,
            tenant: caller.tenant,
            address: address,
            hasCredential: caller.credential != nil || caller.keyID != nil || caller.user != nil,
            subscription: subscription
        )
    }
}
