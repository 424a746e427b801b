import CharterClient
import CharterRuntime
import HTTPTypes

/// The request is refused with a status and the API's error body.
struct Refusal: Expectation {
    let status: Int
    let code: Problem.Code
    let format: APIDescription.ErrorFormat

    var summary: String {
        "\(status) with an \(format.mediaType) body of code \(code.rawValue)" + (status == 401 ? " and WWW-Authenticate" : "")
    }

    func faults(in reply: HTTPReply) -> [String] {
        // What the body of another status looks like says nothing about this refusal.
        guard reply.head.status.code == status else { return ["the status is \(reply.head.status.code)"] }
        var faults: [String] = []
        if status == 401, reply.head.headerFields[.wwwAuthenticate] == nil { faults.append("there is no WWW-Authenticate") }
        if reply.mediaType != format.mediaType { faults.append("the media type is \(reply.mediaType ?? "missing")") }
        do {
            let problem = try format.problem(in: reply)
            if problem.code != code.rawValue { faults.append("the body's code is \(problem.code)") }
            if problem.status != status { faults.append("the body's status is \(problem.status)") }
        } catch {
            faults.append("the body is no documented error: \(error)")
        }
        return faults
    }
}
