import CharterContract
import CharterRuntime

/// What an example of an error says: a failure that the API documents, of an endpoint that it has.
struct ErrorSample {
    let status: Int
    let code: String
    let message: String
    /// The path of the request.
    let path: String
    let method: String
    /// Where a fault of the request is.
    let field: String
}

extension ErrorSample {
    init(_ failure: ResolvedEndpoint.Failure, of endpoint: ResolvedEndpoint, in api: ResolvedAPI) {
        self.init(
            status: failure.status,
            code: failure.code,
            message: failure.when.asSentence,
            path: api.basePath + endpoint.examplePath,
            method: endpoint.method.rawValue,
            field: endpoint.exampleField(in: api) ?? api.endpoints.lazy.compactMap { $0.exampleField(in: api) }.first ?? "query"
        )
    }

    /// A failure that an endpoint states itself, or else the first that follows from conventions.
    init(_ api: ResolvedAPI) {
        let failures = api.endpoints.lazy.flatMap { endpoint in endpoint.failures.lazy.map { ($0, endpoint) } }
        if let (failure, endpoint) = failures.first(where: { !$0.0.isDerived }) ?? failures.first {
            self.init(failure, of: endpoint, in: api)
        } else {
            let code = Problem.Code.internalError.rawValue
            self.init(status: 500, code: code, message: "The server failed.", path: api.basePath + "/", method: "GET", field: "query")
        }
    }
}

extension ResolvedEndpoint {
    /// A place in its requests, as error bodies write it; nil where there is nothing to get wrong.
    fileprivate func exampleField(in api: ResolvedAPI) -> String? {
        if var body = requestBody {
            while case .named(let name) = body.shape, let schema = api.schemas[name] { body = schema }
            if case .object(let properties) = body.shape, let name = properties.first?.name {
                return api.errors.fieldPaths == .pointer ? "/" + name : name
            }
        }
        if let parameter = paging?.description.pageSize.parameter ?? queryParameters.first?.name { return "query.\(parameter)" }
        return pathParameters.first.map { "path.\($0.name)" } ?? headerParameters.first.map { "header.\($0.name)" }
    }
}
