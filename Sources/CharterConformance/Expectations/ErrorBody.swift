import CharterRuntime
import HTTPTypes

/// Holds an error body to the form that the API documents.
struct ErrorBody {
    /// The status of the reply.
    let status: Int
    /// The codes that programs may find.
    let codes: [String]
    /// The wording that the API states for it; nil where it states none, or several could be meant.
    var message: String?
    /// What was refused.
    let request: EndpointRequest
    let instants: InstantForm
    /// The name of the request in the header of the reply; nil where that tells none.
    let requestID: String?
    /// The seconds that the header has in `Retry-After`; nil where it has none.
    let retryAfter: Int64?

    /// What is wrong with a value, each in a phrase.
    ///
    /// - Parameter place: Where the value stands, in words.
    func faults(of value: JSONValue, as expected: APIDescription.ErrorValue, at place: String) -> [String] {
        switch (expected, value) {
        case (.object(let members), .object(let values)):
            return members.flatMap { faults(of: values[$0.name], as: $0, at: "\(place)'s \($0.name)") }
        case (.faults(let element), .array(let values)):
            return values.enumerated().flatMap { faults(of: $1, as: element, at: "\(place)[\($0)]") }
        case (.message, .string(let text)):
            return message == nil || message == text ? [] : ["\(place) is \(text), and not \(message ?? "")"]
        case (.code, .string(let text)): return codes.contains(text) ? [] : ["\(place) is \(text)"]
        case (.status, .integer(let number)): return number == Int64(status) ? [] : ["\(place) is \(number)"]
        case (.text(let fixed), .string(let text)): return text == fixed ? [] : ["\(place) is \(text)"]
        case (.time, .string(let text)): return instants.fault(of: text).map { ["\(place) \($0)"] } ?? []
        case (.method, .string(let text)): return text == request.endpoint.method.rawValue ? [] : ["\(place) is \(text)"]
        case (.path, .string(let text)): return isPath(text) ? [] : ["\(place) is \(text)"]
        case (.requestID, .string(let text)):
            return requestID == nil || requestID == text ? [] : ["\(place) is \(text), and the header names the request otherwise"]
        case (.retryAfter, .integer(let seconds)):
            return retryAfter == nil || retryAfter == seconds ? [] : ["\(place) is \(seconds), and Retry-After is another number"]
        case (.retryAfter, .number), (.faultCode, .string), (.faultField, .string), (.faultMessage, .string),
            (.title, .string), (.type, .string):
            return []
        default: return ["\(place) is not \(expected.phrase)"]
        }
    }

    /// Whether a text is the path of the request, without its query; what a proxy has put in front or taken off is not looked at.
    private func isPath(_ text: String) -> Bool {
        guard let path = request.endpoint.path.filled(with: request.path) else { return false }
        return text.hasSuffix(path) || PercentEncoding.decode(path[...]).map(text.hasSuffix) ?? false
    }

    private func faults(of value: JSONValue?, as member: APIDescription.ErrorMember, at place: String) -> [String] {
        switch value {
        case nil, .null?: member.isRequired ? ["\(place) is missing"] : []
        // What need not be there is there only where there is something to say.
        case .array([])? where !member.isRequired: ["\(place) is there, and empty"]
        case let value?: faults(of: value, as: member.value, at: place)
        }
    }
}

extension APIDescription.ErrorValue {
    /// Whether programs find somewhere in it what kind of error it is.
    var hasCode: Bool {
        switch self {
        case .code: true
        case .object(let members): members.contains { $0.value.hasCode }
        case .faults(let element): element.hasCode
        case .title, .message, .status, .type, .time, .path, .method, .requestID, .retryAfter, .faultField, .faultMessage, .faultCode,
            .text:
            false
        }
    }

    fileprivate var phrase: String {
        switch self {
        case .object: "an object"
        case .faults: "a list"
        case .status, .retryAfter: "a number"
        case .code, .title, .message, .type, .time, .path, .method, .requestID, .faultField, .faultMessage, .faultCode, .text: "text"
        }
    }
}
