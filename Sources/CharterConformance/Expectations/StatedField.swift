import CharterRuntime
import HTTPTypes

/// A header field of every reply says what the contract says that it does.
struct StatedField: Expectation {
    private let name: String
    private let value: APIDescription.ResponseValue
    private let success: APIDescription.Success
    private let text: String?

    /// - Parameter version: The version that the request chooses; by default the one that the contract describes.
    init(
        name: String,
        value: APIDescription.ResponseValue,
        success: APIDescription.Success,
        version: String? = nil,
        in api: APIDescription
    ) {
        self.name = name
        self.value = value
        self.success = success
        text =
            switch value {
            case .text(let text): text
            case .version: version ?? api.versioning?.current ?? api.version
            case .revision: api.revision
            case .requestID, .time: nil
            }
    }

    var summary: String { "\(success.statusText) with \(name)\(text.map { ": \($0)" } ?? "")" }

    func faults(in reply: HTTPReply, to request: EndpointRequest) -> [String] {
        guard success.isStatus(of: reply) else { return ["the status is \(reply.head.status.code)"] }
        guard let found = HTTPField.Name(name).flatMap({ reply.head.headerFields[$0] }) else { return ["there is no \(name)"] }
        return text == nil || text == found ? [] : ["\(name) is \(found)"]
    }
}

/// An endpoint that is to go away says so: since when it should no longer be used (RFC 9745) and until when it is there (RFC 8594).
struct DeprecationFields: Expectation {
    private let endpoint: APIDescription.Endpoint

    init(of endpoint: APIDescription.Endpoint) {
        self.endpoint = endpoint
    }

    private var names: [String] {
        (endpoint.deprecation?.since == nil ? [] : ["Deprecation"]) + (endpoint.deprecation?.sunset == nil ? [] : ["Sunset"])
    }

    var summary: String { "\(names.joined(separator: " and ")) on the reply" }

    func faults(in reply: HTTPReply, to request: EndpointRequest) -> [String] {
        names.filter { HTTPField.Name($0).flatMap { reply.head.headerFields[$0] } == nil }.map { "there is no \($0)" }
    }
}
