import CharterRuntime
import HTTPTypes

/// A reply, with the questions that tests ask of it.
struct TrialReply {
    let head: HTTPResponse
    let body: [UInt8]

    init(_ reply: HTTPReply) {
        head = reply.head
        body = reply.body
    }

    var status: Int { head.status.code }
    var text: String { String(decoding: body, as: UTF8.self) }
    var json: JSONValue? { try? JSONCoding.decode(JSONValue.self, from: body) }
    var problem: Problem? { try? JSONCoding.decode(Problem.self, from: body) }

    /// The status and the code of an error, such as `403 insufficient-scope`; of other replies the status alone.
    var outcome: String {
        problem.map { "\(status) \($0.code)" } ?? "\(status)"
    }

    /// The fields that an error names.
    var faultyFields: [String] { problem?.errors?.map(\.field) ?? [] }
}
