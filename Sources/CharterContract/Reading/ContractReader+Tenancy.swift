import CharterYAML

/// How callers are kept apart.
extension ContractReader {
    private static let tenantPlaceKeys = ["path", "header", "query"]

    mutating func tenancy(_ node: MarkedNode) -> Located<Tenancy>? {
        let keys = ["name", "from", "foreign", "suspended", "type"]
        guard let members = members(node, of: "'tenancy'", keys: keys) else { return nil }
        let from = required("from", in: members)
        let places = from.flatMap { isMapOfCredentials($0) ? placesByCredential($0) : nil } ?? []
        let place = from.flatMap { isMapOfCredentials($0) ? nil : tenantPlace($0) }
        let tenancy = Tenancy(
            name: requiredText("name", in: members),
            place: place ?? Located(.credential, at: node.span, isAssumed: false),
            placesByCredential: places,
            foreignStatus: required("foreign", in: members).flatMap { integer($0) } ?? Located(403, at: node.span, isAssumed: false),
            suspendedStatus: members["suspended"].flatMap { $0.isNone ? nil : integer($0) },
            type: members["type"].map { typeUse($0) }
        )
        if !tenancy.name.value.isEmpty { tenancyName = tenancy.name.value }
        if ![403, 404].contains(tenancy.foreignStatus.value) {
            wrongType(members["foreign"] ?? node, expected: "403 or 404")
        }
        if let status = tenancy.suspendedStatus, status.value != 403 {
            let help = "write 403, or leave 'suspended' out where no tenant is"
            wrongType(members["suspended"] ?? node, expected: "403 or 'none'", help: help)
        }
        return Located(tenancy, at: node.span, isAssumed: node.isAssumed)
    }

    /// Whether the places stand below names of credentials.
    private func isMapOfCredentials(_ node: MarkedNode) -> Bool {
        guard let members = Members(node, of: "'from'"), !members.entries.isEmpty else { return false }
        return members.entries.allSatisfy {
            !Self.tenantPlaceKeys.contains($0.name.value) && ($0.value.isMapping || $0.value.text == "key")
        }
    }

    private mutating func placesByCredential(_ node: MarkedNode) -> [(credential: Located<String>, place: Located<TenantPlace>)] {
        named(node, "places") { reader, name, value in reader.tenantPlace(value).map { (credential: name, place: $0) } }
    }

    /// `key`, or a map with exactly one of `path`, `header` and `query`.
    private mutating func tenantPlace(_ node: MarkedNode) -> Located<TenantPlace>? {
        let help = "write one of { path: name }, { header: Name }, { query: name } and key"
        guard node.isMapping else {
            if node.text != "key" { wrongType(node, expected: "a place", help: help) }
            return node.text == "key" ? text(node)?.map { _ in .credential } : nil
        }
        guard let members = members(node, of: "'from'", keys: Self.tenantPlaceKeys) else { return nil }
        guard members.entries.count == 1, let entry = members.entries.first else {
            if members.mistyped.isEmpty {
                report("a tenant is named in one place", rule: "tenant-place", at: node.keySpan, help: help)
            }
            return nil
        }
        guard Self.tenantPlaceKeys.contains(entry.name.value) else { return nil }
        let name = requiredText(entry.name.value, in: members)
        switch entry.name.value {
        case "path": return name.map { .path($0) }
        case "header": return checkHeaderName(name) ? name.map { .header($0) } : nil
        default: return name.map { .query($0) }
        }
    }
}
