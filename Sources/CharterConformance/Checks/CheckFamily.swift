public import CharterRuntime

/// A convention of HTTP APIs that checks are grouped by.
public enum CheckFamily: String, Hashable, Sendable, JSONCodable, CaseIterable {
    /// Who may call at all.
    case credentials
    /// What a caller may do.
    case scopes
    /// What a person may do within a tenant.
    case roles
    /// That tenants are kept apart.
    case isolation
    /// Which of several faults decides the answer.
    case order
    /// How lists are cut into pages.
    case paging
    /// How a call is repeated without being done twice.
    case idempotency
    /// How often something may be done.
    case limits
    /// What failures look like, and that each documented one is there.
    case errors
    /// What bodies and parameters look like, of requests and of replies.
    case shapes
    /// Which methods a path has.
    case methods
    /// That what was written is what is read.
    case readback
    /// What the API says of itself.
    case document
}
