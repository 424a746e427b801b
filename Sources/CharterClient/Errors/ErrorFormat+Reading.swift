package import CharterRuntime

extension APIDescription.ErrorFormat {
    /// The error that the body of a reply describes.
    ///
    /// - Throws: `DecodingError` if the body is no such error. Its media type is not looked at.
    package func problem(in reply: HTTPReply) throws -> Problem {
        switch self {
        case .problem: try JSONCoding.decode(Problem.self, from: reply.body)
        }
    }
}
