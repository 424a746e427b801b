/// What a tenant subscribes to, as far as limits go by it.
public struct TenantSubscription: Hashable, Sendable {
    /// The name of its plan in the contract, or nil for none.
    public var plan: String?
    /// When it is billed.
    public var billingCycle: BillingCycle

    /// Creates a subscription.
    ///
    /// - Parameter billingCycle: When it is billed; unless said otherwise, when a month of the calendar begins in UTC.
    public init(plan: String? = nil, billingCycle: BillingCycle = .calendarMonth) {
        self.plan = plan
        self.billingCycle = billingCycle
    }
}
