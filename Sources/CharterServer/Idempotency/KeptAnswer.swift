import CharterRuntime
import HTTPTypes
import Hummingbird
import NIOCore

/// The status, header fields and body of an answer, to be given once more.
///
/// Header fields that every reply has by convention are not in it: those of a repeated call are its own.
struct KeptAnswer: Hashable, Sendable {
    let status: Int
    let fields: HTTPFields
    let body: [UInt8]
    /// Why it is a refusal, as logs and metrics have it; nil where the call was granted.
    let refusal: String?

    /// Takes up an answer that is not sent yet.
    ///
    /// - Throws: what kept its body from being written.
    init(_ answer: AnsweredRequest) async throws {
        let response = answer.response
        status = response.status.code
        refusal = answer.refusal
        var fields = response.headers
        fields[.contentLength] = nil
        self.fields = fields
        let writer = AnswerBody()
        try await response.body.write(writer)
        body = writer.bytes
    }

    /// The answer to a call that is made again.
    var answer: AnsweredRequest {
        guard !body.isEmpty else { return AnsweredRequest(response: .empty(status: status, headers: fields), refusal: refusal) }
        let response = Response(status: .init(code: status), headers: fields, body: .init(byteBuffer: ByteBuffer(bytes: body)))
        return AnsweredRequest(response: response, refusal: refusal)
    }
}

extension KeptAnswer {
    /// A line of JSON for the status, the header fields and, of a refusal, its reason; and behind it the body.
    var bytes: [UInt8] {
        get throws {
            let pairs = fields.map { JSONValue.array([.string($0.name.rawName), .string($0.value)]) }
            let reason = [refusal.map(JSONValue.string)].compactMap(\.self)
            return try JSONCoding.encode(JSONValue.array([.integer(Int64(status)), .array(pairs)] + reason)) + [UInt8(ascii: "\n")] + body
        }
    }

    /// Reads what was written; nil for anything else.
    init?(bytes: [UInt8]) {
        let parts = bytes.split(separator: UInt8(ascii: "\n"), maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, case .array(let head)? = try? JSONCoding.decode(JSONValue.self, from: Array(parts[0])), head.count >= 2,
            case .integer(let status) = head[0], case .array(let pairs) = head[1]
        else { return nil }
        var fields: HTTPFields = [:]
        for pair in pairs {
            guard case .array(let texts) = pair, texts.count == 2, case .string(let name) = texts[0], case .string(let value) = texts[1],
                let name = HTTPField.Name(name)
            else { return nil }
            fields.append(HTTPField(name: name, value: value))
        }
        self.status = Int(status)
        self.fields = fields
        body = Array(parts[1])
        if head.count > 2, case .string(let reason) = head[2] {
            refusal = reason
        } else {
            // Of answers that were kept before reasons were, none is known.
            refusal = status >= 400 ? AttributeName.other : nil
        }
    }
}
