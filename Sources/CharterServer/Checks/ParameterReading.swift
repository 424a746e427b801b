import CharterRuntime
import HTTPTypes

/// Reads the parameters of a request: decodes them, compares them with what the endpoint takes, and fills in defaults.
struct ParameterReading {
    private let served: ServedAPI
    private let route: Route
    let path: PathValues
    let query: QueryReading
    let fields: HTTPFields
    /// The values that fit.
    private(set) var values = ParameterValues()
    /// What is wrong with the others.
    private(set) var faults: [RequestFault] = []

    init(_ exchange: Exchange) {
        served = exchange.api
        route = exchange.route
        path = exchange.path
        query = QueryReading(rules: exchange.api.description.requests, query: exchange.query)
        fields = exchange.head.headerFields
    }

    private var api: APIDescription {
        _read { yield served.description }
    }

    private var endpoint: APIDescription.Endpoint {
        _read { yield route.endpoint }
    }

    /// Reads every parameter that the endpoint describes.
    mutating func read() {
        for parameter in endpoint.pathParameters {
            if let text = path[parameter.name] {
                take([text], parameter, .path)
            } else {
                report("is not percent-encoded UTF-8", parameter, .path, parameter.invalid)
            }
        }
        for parameter in endpoint.queryParameters {
            do {
                take(try queryValues(parameter), parameter, .query)
            } catch {
                reject(parameter, .query, [.init(field: ParameterPlace.query.field(parameter.name), message: error.message)])
            }
        }
        for parameter in endpoint.headerParameters { take(headerValues(parameter), parameter, .header) }
        for header in endpoint.forbiddenHeaders where HTTPField.Name(header.name).map({ fields.contains($0) }) ?? false {
            faults.append(RequestFault(header.name, .header, "must not be sent to this endpoint", answer: header.answer))
        }
    }

    private func queryValues(_ parameter: APIDescription.Parameter) throws(QueryReading.Fault) -> [String] {
        guard api.element(ofListIn: parameter.schema) != nil else { return try query.value(parameter.name).map { [$0] } ?? [] }
        switch parameter.listStyle {
        case .repeated: return try query.values(parameter.name)
        case .comma: return try query.value(parameter.name)?.commaSeparated ?? []
        }
    }

    /// The values in header fields; those of a list stand in one field or in several (RFC 9110 §5.3).
    private func headerValues(_ parameter: APIDescription.Parameter) -> [String] {
        let values = HTTPField.Name(parameter.name).map { fields[values: $0] } ?? []
        guard api.element(ofListIn: parameter.schema) != nil else { return values }
        return values.flatMap(\.commaSeparated).map(\.withoutBlanks)
    }

    private mutating func take(_ texts: [String], _ parameter: APIDescription.Parameter, _ place: ParameterPlace) {
        let field = place.field(parameter.name)
        guard !texts.isEmpty else {
            if !assumeDefault(parameter, place), parameter.isRequired { report("is required", parameter, place, parameter.missing) }
            return
        }
        let found = api.faults(of: texts, parameter, at: field)
        if found.isEmpty { values.give(texts, place, parameter.name) } else { reject(parameter, place, found) }
    }

    private mutating func reject(_ parameter: APIDescription.Parameter, _ place: ParameterPlace, _ found: [Problem.FieldFault]) {
        guard parameter.ignoresInvalid else {
            return faults += found.map { RequestFault($0, place.fault, answer: parameter.invalid) }
        }
        _ = assumeDefault(parameter, place)
    }

    private mutating func assumeDefault(_ parameter: APIDescription.Parameter, _ place: ParameterPlace) -> Bool {
        guard let text = parameter.defaultValue else { return false }
        let isList = api.element(ofListIn: parameter.schema) != nil
        values.assume(isList ? text.commaSeparated : [text], place, parameter.name)
        return true
    }

    private mutating func report(
        _ message: String,
        _ parameter: APIDescription.Parameter,
        _ place: ParameterPlace,
        _ answer: APIDescription.ErrorFormat.Fault?
    ) {
        faults.append(RequestFault(parameter.name, place, message, answer: answer))
    }
}

extension String {
    /// The texts between commas; none in an empty text.
    fileprivate var commaSeparated: [String] {
        isEmpty ? [] : split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
}
