import CharterRuntime

extension HTTPReply {
    /// What the body of a reply holds, without its envelope.
    func result(of endpoint: APIDescription.Endpoint) -> JSONValue? {
        let whole = try? JSONCoding.decode(JSONValue.self, from: body)
        return endpoint.envelope?.single.flatMap { whole?.member(at: $0) } ?? whole
    }
}
