import CharterRuntime

extension ResolvedEndpoint {
    /// The endpoint as servers, clients and checks read it.
    package var description: APIDescription.Endpoint {
        APIDescription.Endpoint(
            id: id,
            method: APIDescription.Method(rawValue: method.rawValue) ?? .get,
            path: APIDescription.PathTemplate(path.colonText),
            summary: summary,
            auth: auth,
            scope: scope,
            keyKinds: keyKinds.map(\.name),
            roles: roles,
            tenancy: tenancy,
            limits: limits.map(\.name),
            paging: paging?.description,
            idempotency: idempotency?.description,
            pathParameters: pathParameters.map(\.parameter),
            queryParameters: queryParameters.map(\.parameter),
            headerParameters: headerParameters.map(\.parameter),
            forbiddenHeaders: forbiddenHeaders,
            rules: details.rules,
            filters: details.filters,
            requestBody: requestBody.map {
                APIDescription.RequestBody(
                    schema: $0.description,
                    example: $0.example.prettyText.trimmed,
                    media: details.media,
                    size: details.bodySize,
                    patch: details.patch,
                    refusesEmpty: details.refusesEmpty
                )
            },
            success: APIDescription.Success(
                status: success.status,
                otherStatuses: success.otherStatuses,
                body: (pagedItem ?? success.body)?.description,
                headers: success.headers.map(\.parameter),
                location: success.location.map { APIDescription.PathTemplate($0.colonText) },
                repeatsDeletion: success.repeatsDeletion
            ),
            envelope: envelope,
            failures: failures.filter { !$0.isDerived }.map {
                APIDescription.Failure(status: $0.status, code: $0.code, when: $0.when)
            },
            deprecation: details.deprecation
        )
    }
}

extension SchemaProperty {
    fileprivate var parameter: APIDescription.Parameter {
        APIDescription.Parameter(
            name: name,
            schema: schema.description,
            isRequired: isRequired,
            listStyle: listStyle == .comma ? .comma : .repeated,
            defaultValue: defaultValue?.plainText,
            ignoresInvalid: ignoresInvalid,
            missing: missing,
            invalid: invalid
        )
    }
}
