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
