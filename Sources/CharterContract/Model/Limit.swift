import CharterRuntime

/// How often something may be done.
package struct Limit: Sendable {
    package var name: Located<String>
    /// How many are allowed to all; nil where that goes by plan.
    package var allow: Located<Int>?
    /// How many are allowed to tenants of certain plans; nil is without limit.
    package var allowByPlan: [(plan: Located<String>, count: Int?)]
    package var window: Located<APIDescription.Limit.Window>
    package var burst: Located<Int>?
    /// The size of the bucket for tenants of certain plans.
    package var burstByPlan: [(plan: Located<String>, size: Int)] = []
    /// What is counted separately: `key`, `tenant` or the tenancy's own name, `user`, `address` or `everyone`.
    package var by: Located<String>
    package var kind: Located<Kind>
    package var counts: Located<APIDescription.Limit.Counted>?
    package var uncountedStatuses: [Int]
    package var override: Located<String>?
    package var countsAnonymous: Located<Bool>?
    package var about: String?

    /// The two reasons for a 429.
    package enum Kind: String, CaseIterable, Sendable {
        case throttle, quota
    }
}
