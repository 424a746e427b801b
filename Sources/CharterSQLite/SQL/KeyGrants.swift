import CharterRuntime
import CharterServer

/// What a key may do, as the database keeps it: a JSON object.
struct KeyGrants {
    var scopes: Set<String>
    var roles: CallerRoles
    var otherTenants: Set<String>
    var limits: [String: Int]
}

extension KeyGrants: JSONReadable, JSONWritable {
    private static let names: [StaticString] = ["scopes", "roles", "rolesByTenant", "otherTenants", "limits"]
    private static let required = [0]

    init(from json: inout JSONReader) throws(JSONFault) {
        var (scopes, roles, otherTenants): ([String]?, [String]?, [String]?)
        var rolesByTenant: [String: [String]]?
        var limits: [String: Int]?
        var members = try json.members(Self.names, required: Self.required)
        while let member = try members.next(&json) {
            switch member {
            case 0: json.read(&scopes)
            case 1: json.readOptional(&roles)
            case 2: json.readOptional(&rolesByTenant)
            case 3: json.readOptional(&otherTenants)
            default: json.readOptional(&limits)
            }
        }
        self.scopes = Set(members.required(scopes))
        self.roles = CallerRoles(outsideTenants: Set(roles ?? []), byTenant: (rolesByTenant ?? [:]).mapValues { Set($0) })
        self.otherTenants = Set(otherTenants ?? [])
        self.limits = limits ?? [:]
    }

    /// Writes what there is; of the rest only the scopes.
    func write(to json: inout JSONWriter) {
        json.openObject()
        json.member("scopes", scopes.sorted())
        if !roles.outsideTenants.isEmpty { json.member("roles", roles.outsideTenants.sorted()) }
        if !roles.byTenant.isEmpty { json.member("rolesByTenant", roles.byTenant.mapValues { $0.sorted() }) }
        if !otherTenants.isEmpty { json.member("otherTenants", otherTenants.sorted()) }
        if !limits.isEmpty { json.member("limits", limits) }
        json.closeObject()
    }
}
