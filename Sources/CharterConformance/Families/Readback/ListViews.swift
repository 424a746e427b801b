import CharterRuntime

/// What a list can be asked for by the parameters that are said, or have a default, with all their values.
struct ListViews {
    /// More are not asked for.
    private static let most = 12

    /// The requests, the one as it is first.
    let requests: [EndpointRequest]
    /// A parameter not all of whose values are asked for; nil where there is none.
    let unknown: String?

    init(of request: EndpointRequest, in api: APIDescription) {
        let said = Set(request.query.map(\.name))
        let leaving = request.endpoint.queryParameters.filter { $0.defaultValue != nil || said.contains($0.name) }
        var (requests, unknown) = ([request], String?.none)
        for parameter in leaving {
            let values = api.everyValue(of: parameter.schema)
            guard let values, requests.count * (values.count + 1) <= Self.most else {
                unknown = unknown ?? parameter.name
                continue
            }
            let others = requests.flatMap { request in
                values.map { value in
                    var request = request
                    ParameterPlace.query.remove(parameter.name, from: &request)
                    request.query.append(.init(parameter.name, value))
                    return request
                }
            }
            requests += others
        }
        (self.requests, self.unknown) = (requests, unknown)
    }
}
