import CharterRuntime

extension EndpointProbe {
    /// What the endpoint takes, without its envelope: as the fixtures have it, or else the contract's example.
    ///
    /// - Throws: ``MissingFixture`` where the endpoint takes nothing.
    func content() throws(MissingFixture) -> JSONValue {
        guard endpoint.requestBody != nil else { throw MissingFixture("an endpoint that takes a body") }
        if let known = fixtures.tenants.first.flatMap({ fixtures.bodies?[$0]?[endpoint.id] }) { return known }
        guard let example else { throw MissingFixture("a body for \(endpoint.id)") }
        return example
    }

    /// The contract's example of what the endpoint takes; nil where it takes nothing, or nothing that is JSON.
    var example: JSONValue? { endpoint.requestBody?.exampleValue }

    /// A body that holds what the endpoint takes, in its envelope, as JSON; nil where it takes nothing.
    ///
    /// - Parameter content: What it holds; by default what the fixtures have, or else the contract's example.
    func body(holding content: JSONValue? = nil) throws(MissingFixture) -> [UInt8]? {
        guard let requestBody = endpoint.requestBody else { return nil }
        let known = content ?? fixtures.tenants.first.flatMap { fixtures.bodies?[$0]?[endpoint.id] }
        do throws(JSONFault) {
            var json = JSONText(Array(requestBody.example.utf8))
            if let known { json = JSONText(try JSONCoding.encode(known)) }
            if let member = endpoint.envelope?.request { try json.wrap(in: member) }
            return json.bytes
        } catch {
            throw MissingFixture("a body for \(endpoint.id) that JSON can hold")
        }
    }

    /// Gives a request that needs an idempotency key one of its own, so that no check is answered with what another one got.
    func fillIdempotencyKey(of request: inout Request) throws(MissingFixture) {
        guard let idempotency = endpoint.idempotency, idempotency.isRequired else { return }
        guard let key = api.uniqueText(of: idempotency.form) ?? api.sampleText(of: idempotency.form) else {
            throw MissingFixture("an idempotency key for \(endpoint.id)")
        }
        switch idempotency.place {
        case .header(let name): try request.fill(name, key)
        case .field(let name):
            if request.body == nil { request.body = Array("{}".utf8) }
            request.setMember(name, key)
        }
    }
}

extension APIDescription.RequestBody {
    /// The example as a value; nil where it is nothing that is JSON.
    var exampleValue: JSONValue? { try? JSONCoding.decode(JSONValue.self, from: Array(example.utf8)) }
}
