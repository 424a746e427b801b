package import CharterRuntime

extension ResolvedEndpoint {
    /// The endpoint as servers, clients and checks read it.
    package var description: APIDescription.Endpoint {
        APIDescription.Endpoint(
            id: id,
            method: APIDescription.Method(rawValue: method.rawValue) ?? .get,
            path: APIDescription.PathTemplate(path.colonText),
            summary: summary,
            auth: credential.map { .one($0.name) } ?? .none,
            scope: scope.map { .one($0) } ?? .none,
            keyKinds: keyKinds.map(\.name),
            limits: limits.map(\.name),
            paging: paging?.description,
            pathParameters: pathParameters.map(\.parameter),
            queryParameters: queryParameters.map(\.parameter),
            requestBody: requestBody.map {
                APIDescription.RequestBody(schema: $0.description, example: $0.example.prettyText.trimmed)
            },
            success: APIDescription.Success(status: success.status, body: (pagedItem ?? success.body)?.description),
            failures: failures.filter { !$0.isDerived }.map {
                APIDescription.Failure(status: $0.status, code: $0.code, when: $0.when)
            }
        )
    }
}

extension SchemaProperty {
    fileprivate var parameter: APIDescription.Parameter {
        APIDescription.Parameter(name: name, schema: schema.description, isRequired: isRequired)
    }
}

extension ResolvedPaging {
    fileprivate var description: APIDescription.Paging {
        APIDescription.Paging(
            name: name,
            pageSize: APIDescription.Paging.PageSize(
                parameter: pageSizeParameter,
                defaultValue: defaultPageSize,
                minimum: 1,
                maximum: maximumPageSize,
                below: below == .reject ? .reject : .clamp,
                above: above == .reject ? .reject : .clamp
            ),
            position: .offset(parameter: offsetParameter),
            members: APIDescription.Paging.Members(
                items: members.items,
                total: members.total,
                hasMore: members.hasMore,
                pageSize: members.pageSize,
                offset: members.offset
            )
        )
    }
}
