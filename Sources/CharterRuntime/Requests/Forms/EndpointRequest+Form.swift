import HTTPTypes

extension EndpointRequest {
    /// Writes a JSON body as the form that the endpoint takes; leaves it as it is where the endpoint takes JSON.
    ///
    /// - Throws: ``UnsendableRequest/formField(_:)``
    package mutating func writeForm(_ api: APIDescription) throws(UnsendableRequest) {
        guard let described = endpoint.requestBody, !described.media.contains(.json), let medium = described.media.first, let json = body
        else { return }
        var writing = FormWriting(api: api)
        guard let value = try? JSONCoding.decode(JSONValue.self, from: json) else { throw .formField("") }
        try writing.add(value, described.schemaOfWhole(endpoint))
        let form = medium == .multipart ? FormBody(multipart: writing.fields) : FormBody(urlEncoded: writing.fields)
        body = form.bytes
        headerFields[.contentType] = form.contentType
    }
}

extension APIDescription.RequestBody {
    /// What the body holds, in its envelope.
    fileprivate func schemaOfWhole(_ endpoint: APIDescription.Endpoint) -> APIDescription.Schema {
        guard let member = endpoint.envelope?.request else { return schema }
        return MemberPath(member).names.reversed().reduce(schema) { .object([.init($1, $0)]) }
    }
}
