import CharterRuntime

/// A hash of what a call sends, by which another payload under the same key is known.
///
/// Parameters count as the endpoint reads them, and the body as its model writes it: documented names, numbers by value, and neither the order nor the spelling of what
/// was sent; what a parameter is when it is absent is the same as if it were sent.
struct PayloadFingerprint {
    /// The 32 bytes of the hash (SHA-256).
    let bytes: [UInt8]

    /// - Parameter body: What the endpoint takes, or nil.
    /// - Throws: ``JSONFault`` for a value that JSON cannot hold.
    init(_ exchange: Exchange, body: (any JSONWritable)?) throws {
        let endpoint = exchange.endpoint
        var hash = LengthPrefixedHash()
        hash.add(endpoint.id)
        hash.add(endpoint.pathParameters.map { exchange.path[$0.name] ?? "" })
        for (place, parameters) in [(ParameterPlace.query, endpoint.queryParameters), (.header, endpoint.headerParameters)] {
            for parameter in parameters {
                guard let values = exchange.parameters[place, parameter.name] else { continue }
                hash.add([place.rawValue, parameter.name])
                hash.add(values)
            }
        }
        if let body { hash.add(try Self.canonical(body)) }
        bytes = hash.bytes
    }

    /// A value with the members of its objects sorted, and each number as any of its value is written.
    private static func canonical(_ value: any JSONWritable) throws -> [UInt8] {
        try JSONCoding.encode(JSONCoding.decode(JSONValue.self, from: JSONCoding.encode(value), maximumDepth: 512))
    }
}
