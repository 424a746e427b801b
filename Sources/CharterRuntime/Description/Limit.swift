extension APIDescription {
    /// How often something may be done.
    public struct Limit: Hashable, Sendable {
        /// The name that credentials and endpoints use for it.
        public var name: String
        /// How many are allowed in a window, at least 1; nil where only some plans have the limit.
        public var allow: Int?
        /// How many are allowed to tenants of certain plans, by the plan's name; nil is without limit.
        public var allowByPlan: [String: Int?]
        /// When a window begins and ends.
        public var window: Window
        /// The size of the token bucket that is refilled at `allow` in each window, or nil for a plain count; at least 1.
        public var burst: Int?
        /// The same for tenants of certain plans, by the plan's name.
        public var burstByPlan: [String: Int]
        /// What the limit is counted for.
        public var partition: Partition
        /// Whether a refused caller should try again soon.
        public var kind: Kind
        /// What is counted.
        public var counts: Counted
        /// The statuses whose responses are not counted.
        public var uncountedStatuses: [Int]
        /// The field by which a key is given a number of its own, or nil where none can have one.
        public var override: String?
        /// Whether callers without a credential are counted too, by their address.
        public var countsAnonymous: Bool

        /// Creates a limit.
        public init(
            name: String,
            allow: Int? = nil,
            allowByPlan: [String: Int?] = [:],
            window: Window,
            burst: Int? = nil,
            burstByPlan: [String: Int] = [:],
            partition: Partition,
            kind: Kind,
            counts: Counted = .requests,
            uncountedStatuses: [Int] = [],
            override: String? = nil,
            countsAnonymous: Bool = false
        ) {
            self.name = name
            self.allow = allow
            self.allowByPlan = allowByPlan
            self.window = window
            self.burst = burst
            self.burstByPlan = burstByPlan
            self.partition = partition
            self.kind = kind
            self.counts = counts
            self.uncountedStatuses = uncountedStatuses
            self.override = override
            self.countsAnonymous = countsAnonymous
        }
    }
}

extension APIDescription.Limit {
    /// When a window begins and ends; lengths are in seconds, at least 1.
    public enum Window: Hashable, Sendable {
        /// At every moment, the seconds just past.
        case sliding(seconds: Int)
        /// Windows of that length, one behind the other since the epoch.
        case fixed(seconds: Int)
        /// From the first request that is counted.
        case fromFirst(seconds: Int)
        /// The day or month of the calendar, in UTC.
        case calendar(CalendarUnit)
        /// From one bill to the next.
        case billingCycle
    }

    /// A stretch of the calendar.
    public enum CalendarUnit: String, Hashable, Sendable {
        /// From midnight to midnight.
        case day
        /// From the first day to the last.
        case month
    }

    /// What a limit is counted for.
    public enum Partition: String, Hashable, Sendable {
        /// Each key has its own count.
        case key
        /// All callers of one tenant share a count.
        case tenant
        /// Each person has a count.
        case user
        /// Each network address has a count.
        case address
        /// Everybody shares one count.
        case everyone
    }

    /// The two reasons for a 429.
    public enum Kind: String, Hashable, Sendable {
        /// Too fast: the same request will pass a little later.
        case throttle
        /// Used up: trying again soon is useless.
        case quota
    }

    /// What is counted.
    public enum Counted: String, Hashable, Sendable {
        /// Every request that was let in.
        case requests
        /// What was really done: not what was refused, failed or replayed.
        case effects
    }

    /// Whether it must be known what a tenant subscribes to: where plans differ, and where a bill ends the window.
    public var dependsOnSubscription: Bool {
        !allowByPlan.isEmpty || !burstByPlan.isEmpty || window == .billingCycle
    }

    /// The length of its window in seconds, or nil where the calendar or a bill decides.
    public var seconds: Int? {
        switch window {
        case .sliding(let seconds), .fixed(let seconds), .fromFirst(let seconds): seconds
        case .calendar(.day): 86_400
        case .calendar(.month), .billingCycle: nil
        }
    }
}
