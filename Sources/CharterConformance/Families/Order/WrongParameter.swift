import CharterRuntime

/// A parameter that does not fit, whatever else a request has.
struct WrongParameter {
    let place: ParameterPlace
    let name: String
    let text: String
    /// What it is refused for.
    let code: Problem.Code
    private let own: APIDescription.ErrorFormat.Fault?

    /// - Returns: nil where any request has parameters that fit.
    init?(of endpoint: APIDescription.Endpoint, in api: APIDescription) {
        if let size = endpoint.paging?.pageSize.parameter {
            self.init(.query, size, "many", .invalidParameter, nil)
            return
        }
        for (place, parameters) in [(ParameterPlace.query, endpoint.queryParameters), (.header, endpoint.headerParameters)] {
            for parameter in parameters where !parameter.ignoresInvalid && parameter.invalid == nil {
                for trial in ValueTrials(api.element(ofListIn: parameter.schema) ?? parameter.schema, in: api).all where !trial.isValid {
                    guard let text = trial.value()?.parameterText, place.canHold(text), text.count < 200 else { continue }
                    guard !api.faults(of: [text], parameter, at: "").isEmpty else { continue }
                    self.init(place, parameter.name, text, .invalidParameter, parameter.invalid)
                    return
                }
            }
        }
        let tenants = api.tenancy?.places ?? []
        for parameter in endpoint.pathParameters where parameter.invalid == nil && !tenants.contains(.path(parameter.name)) {
            for trial in ValueTrials(parameter.schema, in: api).all where !trial.isValid {
                guard let text = trial.value()?.parameterText, ParameterPlace.path.canHold(text), text.count < 200 else { continue }
                // A slash or a percent sign may be another path to whatever stands in front of the server.
                guard text.utf8.allSatisfy({ $0.isLetterOrDigit }), !api.faults(of: [text], parameter, at: "").isEmpty else { continue }
                self.init(.path, parameter.name, text, .invalidPath, nil)
                return
            }
        }
        guard api.requests.unknownQuery == .reject else { return nil }
        self.init(.query, "noSuchParameter", "1", .invalidParameter, nil)
    }

    private init(
        _ place: ParameterPlace,
        _ name: String,
        _ text: String,
        _ code: Problem.Code,
        _ own: APIDescription.ErrorFormat.Fault?
    ) {
        self.place = place
        self.name = name
        self.text = text
        self.code = code
        self.own = own
    }

    func add(to request: inout EndpointRequest) throws(MissingFixture) {
        switch place {
        case .path: request.path[name] = text
        case .query:
            place.remove(name, from: &request)
            request.query.append(.init(name, text))
        case .header: try request.fill(name, text)
        }
    }
}

extension UInt8 {
    fileprivate var isLetterOrDigit: Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20)
    }
}
