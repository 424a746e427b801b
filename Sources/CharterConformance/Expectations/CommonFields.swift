import CharterRuntime
import HTTPTypes

/// The header fields that every reply has, whatever it answers.
struct CommonFields: Expectation {
    private let values: [String: APIDescription.ResponseValue]
    private let versioning: APIDescription.Versioning?
    private let version: String
    private let revision: String?

    init(of api: APIDescription) {
        values = api.responseHeaders
        versioning = api.versioning
        version = api.version
        revision = api.revision
    }

    var summary: String { "\(values.keys.sorted().joined(separator: ", ")), as every reply has" }

    func faults(in reply: HTTPReply, to request: EndpointRequest) -> [String] {
        values.sorted { $0.key < $1.key }.compactMap { name, value in
            guard let found = HTTPField.Name(name).flatMap({ reply.head.headerFields[$0] }) else { return "there is no \(name)" }
            let wanted = text(of: value, inReplyTo: request)
            return wanted == nil || wanted == found ? nil : "\(name) is \(found)"
        }
    }

    /// What a field has to say; nil where the server alone knows.
    private func text(of value: APIDescription.ResponseValue, inReplyTo request: EndpointRequest) -> String? {
        switch value {
        case .text(let text): text
        case .revision: revision
        case .version: versioning.map { $0.version(chosenBy: request) } ?? version
        case .requestID, .time: nil
        }
    }
}

extension APIDescription.Versioning {
    /// The version that a request chooses; nil where it chooses none that is served, so that it is refused.
    fileprivate func version(chosenBy request: EndpointRequest) -> String? {
        guard let text = HTTPField.Name(header).flatMap({ request.headerFields[$0] }) else { return standing }
        return ([current] + older).first { $0 == text }
    }
}
