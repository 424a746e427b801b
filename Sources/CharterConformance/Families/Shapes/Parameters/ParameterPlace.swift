import CharterRuntime
import HTTPTypes

/// Where a parameter stands in a request.
enum ParameterPlace: String, Sendable {
    case path, query, header

    /// The key under which endpoints describe such parameters.
    var key: String { self == .header ? "headers" : rawValue }

    /// The fault of a value that does not fit.
    var code: Problem.Code { self == .path ? .invalidPath : .invalidParameter }

    /// The place as errors write it.
    func field(_ name: String) -> String { "\(rawValue).\(name)" }

    /// Whether such a text can stand there.
    func canHold(_ text: String) -> Bool {
        switch self {
        case .path: !["", ".", ".."].contains(text) && text.utf8.count < 4_000
        case .query: text.utf8.count < 4_000
        case .header: !text.isEmpty && text.utf8.count < 4_000 && text.utf8.allSatisfy { (0x21...0x7e).contains($0) }
        }
    }

    func remove(_ name: String, from request: inout EndpointRequest) {
        switch self {
        case .path: request.path[name] = nil
        case .query: request.query.removeAll { $0.name == name }
        case .header: HTTPField.Name(name).map { request.headerFields[$0] = nil }
        }
    }

    /// A request that is as it should be, but that a parameter has that text.
    func request(of probe: EndpointProbe, _ name: String, _ text: String) throws(MissingFixture) -> EndpointRequest {
        var request = try probe.sufficientRequest()
        switch self {
        case .path: request.path[name] = text
        case .query:
            remove(name, from: &request)
            request.query.append(.init(name, text))
        case .header: try request.fill(name, text)
        }
        return request
    }
}
