import CharterContract

extension DescriptionExpression {
    static func endpoint(_ endpoint: ResolvedEndpoint) -> SwiftExpression {
        call(
            "APIDescription.Endpoint",
            ("id", .string(endpoint.id)),
            ("method", .atom(".\(endpoint.method.rawValue.lowercased())")),
            ("path", .string(endpoint.path.colonText)),
            ("summary", .string(endpoint.summary)),
            ("credential", text(endpoint.credential?.name)),
            ("scope", text(endpoint.scope)),
            ("keyKinds", texts(endpoint.keyKinds.map(\.name))),
            ("limits", endpoint.limits.isEmpty ? nil : texts(endpoint.limits.map(\.name))),
            ("paging", endpoint.paging.map(paging)),
            ("pathParameters", parameters(endpoint.pathParameters)),
            ("queryParameters", parameters(endpoint.queryParameters)),
            (
                "requestBody",
                endpoint.requestBody.map { body in
                    call(".init", ("schema", schema(body)), ("example", .string(body.example.prettyText.trimmed)))
                }
            ),
            ("success", success(endpoint)),
            ("failures", failures(endpoint))
        )
    }

    private static func parameters(_ parameters: [SchemaProperty]) -> SwiftExpression? {
        guard !parameters.isEmpty else { return nil }
        return .array(
            parameters.map { parameter in
                call(
                    ".init",
                    ("name", .string(parameter.name)),
                    ("schema", schema(parameter.schema)),
                    ("isRequired", .atom(String(parameter.isRequired)))
                )
            }
        )
    }

    private static func success(_ endpoint: ResolvedEndpoint) -> SwiftExpression {
        let body = (endpoint.pagedItem ?? endpoint.success.body).map(schema) ?? .atom("nil")
        return call(".init", ("status", number(endpoint.success.status)), ("body", body))
    }

    private static func failures(_ endpoint: ResolvedEndpoint) -> SwiftExpression? {
        let own = endpoint.failures.filter { !$0.isDerived }
        guard !own.isEmpty else { return nil }
        return .array(
            own.map { failure in
                call(".init", ("status", number(failure.status)), ("code", .string(failure.code)), ("when", .string(failure.when)))
            }
        )
    }

    private static func paging(_ paging: ResolvedPaging) -> SwiftExpression {
        let members = paging.members
        return call(
            ".init",
            ("name", .string(paging.name)),
            (
                "pageSize",
                call(
                    ".init",
                    ("parameter", .string(paging.pageSizeParameter)),
                    ("defaultValue", number(paging.defaultPageSize)),
                    ("maximum", number(paging.maximumPageSize)),
                    ("below", .atom(".\(paging.below.rawValue)")),
                    ("above", .atom(".\(paging.above.rawValue)"))
                )
            ),
            ("position", call(".offset", ("parameter", .string(paging.offsetParameter)))),
            (
                "members",
                call(
                    ".init",
                    ("items", .string(members.items)),
                    ("total", members.total.map(SwiftExpression.string)),
                    ("hasMore", members.hasMore.map(SwiftExpression.string)),
                    ("pageSize", members.pageSize.map(SwiftExpression.string)),
                    ("offset", members.offset.map(SwiftExpression.string))
                )
            )
        )
    }
}
