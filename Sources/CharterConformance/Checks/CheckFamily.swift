public import CharterRuntime

/// A convention of HTTP APIs that checks are grouped by.
public enum CheckFamily: String, Hashable, Sendable, JSONCodable {
    /// Who may call at all.
    case credentials
    /// What a caller may do.
    case scopes
    /// What a person may do within a tenant.
    case roles
    /// That tenants are kept apart.
    case isolation
    /// How lists are cut into pages.
    case paging
    /// What requests are refused that do not keep the API's conventions.
    case errors
    /// What bodies look like.
    case shapes
}
