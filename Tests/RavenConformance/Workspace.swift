import RavenModels

/// All that one tenant has.
struct Workspace: Sendable {
    var tenant: Tenant
    var messages: [Message] = []
    var keys: [TenantKey] = []
}
