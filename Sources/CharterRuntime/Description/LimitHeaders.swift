extension APIDescription {
    /// What responses say of limits.
    public struct LimitHeaders: Hashable, Sendable {
        /// Whether a refusal carries `Retry-After` in seconds (RFC 9110 §10.2.3).
        public var retryAfter: Bool
        /// Whether responses carry `RateLimit` and `RateLimit-Policy` as the IETF draft has them.
        public var draft: Bool
        /// The names of older header fields, or nil where there are none.
        public var legacy: Legacy?
        /// Whether only refusals carry the fields.
        public var onRefusalsOnly: Bool

        /// Creates the headers.
        public init(retryAfter: Bool = false, draft: Bool = false, legacy: Legacy? = nil, onRefusalsOnly: Bool = false) {
            self.retryAfter = retryAfter
            self.draft = draft
            self.legacy = legacy
            self.onRefusalsOnly = onRefusalsOnly
        }
    }
}

extension APIDescription.LimitHeaders {
    /// Header fields such as `X-RateLimit-Remaining`, by what they say; nil for what is not said.
    public struct Legacy: Hashable, Sendable {
        /// How many are allowed in a window.
        public var limit: String?
        /// How many are left.
        public var remaining: String?
        /// When the window ends.
        public var reset: String?
        /// What the end of the window is told in.
        public var resetUnit: ResetUnit

        /// Creates the names.
        public init(limit: String? = nil, remaining: String? = nil, reset: String? = nil, resetUnit: ResetUnit) {
            self.limit = limit
            self.remaining = remaining
            self.reset = reset
            self.resetUnit = resetUnit
        }
    }

    /// What the end of a window is told in.
    public enum ResetUnit: String, Hashable, Sendable {
        /// Seconds from now.
        case seconds
        /// Seconds since 1970-01-01T00:00:00Z.
        case epochSeconds = "epoch"
    }
}
