import CharterRuntime

/// A hash of what a call sends, by which another payload under the same key is known.
///
/// Parameters count as the endpoint reads them, and the body as its model writes it: documented names, numbers by value, and neither the order nor the spelling of what
/// was sent; what a parameter is when it is absent is the same as if it were sent. The endpoint and the tenant count always, whatever a key is unique within: nobody
/// gets the answer of another endpoint, nor that of a call on another tenant's data.
///
/// The key is hashed too: a short payload cannot be guessed from its hash by whoever reads the store alone.
struct PayloadFingerprint {
    /// The 32 bytes of the hash (SHA-256).
    let bytes: [UInt8]

    /// - Parameter body: What the endpoint takes, or nil.
    /// - Throws: ``JSONFault`` for a value that JSON cannot hold.
    init(_ exchange: Exchange, _ convention: APIDescription.Idempotency, key: String, body: (any JSONWritable)?) throws {
        let endpoint = exchange.endpoint
        var hash = LengthPrefixedHash()
        hash.add(key)
        hash.add(endpoint.id)
        hash.add([exchange.tenant ?? exchange.caller.tenant].compactMap(\.self))
        if convention.comparesPayload { try Self.add(exchange, body, to: &hash) }
        bytes = hash.bytes
    }

    private static func add(_ exchange: Exchange, _ body: (any JSONWritable)?, to hash: inout LengthPrefixedHash) throws {
        let endpoint = exchange.endpoint
        hash.add(endpoint.pathParameters.map { exchange.path[$0.name] ?? "" })
        for (place, parameters) in [(ParameterPlace.query, endpoint.queryParameters), (.header, endpoint.headerParameters)] {
            for parameter in parameters {
                guard let values = exchange.parameters[place, parameter.name] else { continue }
                hash.add([place.rawValue, parameter.name])
                hash.add(values)
            }
        }
        if let body { hash.add(try canonical(body)) }
    }

    /// A value with the members of its objects sorted, and each number as any of its value is written.
    private static func canonical(_ value: any JSONWritable) throws -> [UInt8] {
        try JSONCoding.encode(JSONCoding.decode(JSONValue.self, from: JSONCoding.encode(value), maximumDepth: 512).withUniformNumbers)
    }
}
