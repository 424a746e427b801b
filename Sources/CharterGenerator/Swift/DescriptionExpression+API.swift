import CharterContract

extension DescriptionExpression {
    static func api(_ api: ResolvedAPI) -> SwiftExpression {
        call(
            "APIDescription",
            ("name", .string(api.name)),
            ("title", .string(api.title)),
            ("version", .string(api.version)),
            ("promise", .atom(api.promise == .additiveOnly ? ".additiveOnly" : ".none")),
            ("servers", .array(api.servers.map { call(".init", ("name", .string($0.name)), ("url", .string($0.url))) })),
            ("credentials", .array(api.credentials.map(credential))),
            ("scopes", .array(api.scopes.map(scope))),
            ("limits", .array(api.limits.map(limit))),
            ("tenancy", api.tenancy.map(tenancy) ?? .atom("nil")),
            ("errors", .atom(".\(api.errors.rawValue)")),
            ("endpoints", .atom("\(api.name)Endpoints.all")),
            ("types", .atom("\(api.name)Types.all"))
        )
    }

    private static func credential(_ credential: ResolvedCredential) -> SwiftExpression {
        call(
            ".init",
            ("name", .string(credential.name)),
            ("place", call(".header", (nil, .string(credential.header)))),
            ("kinds", .array(credential.kinds.map(keyKind)))
        )
    }

    private static func keyKind(_ kind: ResolvedKeyKind) -> SwiftExpression {
        call(
            ".init",
            ("name", .string(kind.name)),
            ("prefix", .string(kind.prefix)),
            ("use", .atom(kind.use == .serverOnly ? ".serverOnly" : ".anywhere")),
            ("holds", scopes(kind.holds)),
            ("limits", texts(kind.limits))
        )
    }

    private static func scope(_ scope: ResolvedScope) -> SwiftExpression {
        let grants: SwiftExpression? = scope.grants == .only([]) ? nil : scopes(scope.grants)
        return call(".init", ("name", .string(scope.name)), ("about", .string(scope.about)), ("grants", grants))
    }

    private static func limit(_ limit: ResolvedLimit) -> SwiftExpression {
        call(
            ".init",
            ("name", .string(limit.name)),
            ("allow", number(limit.allow)),
            ("seconds", number(limit.seconds)),
            ("partition", .atom(".\(limit.partition.rawValue)")),
            ("kind", .atom(".\(limit.kind.rawValue)"))
        )
    }

    private static func tenancy(_ tenancy: ResolvedTenancy) -> SwiftExpression {
        call(
            ".init",
            ("name", .string(tenancy.name)),
            ("place", call(".path", (nil, .string(tenancy.parameter)))),
            ("foreignStatus", number(tenancy.foreignStatus))
        )
    }
}
