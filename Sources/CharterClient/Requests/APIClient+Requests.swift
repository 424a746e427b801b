import CharterRuntime
import HTTPTypes

extension APIClient {
    /// Writes down a call of an endpoint.
    ///
    /// - Throws: ``ClientError/unsendable(_:)``
    func request(to endpoint: APIDescription.Endpoint, _ arguments: CallArguments) throws(ClientError) -> EndpointRequest {
        do {
            var request = EndpointRequest(endpoint, path: arguments.path.mapValues(\.description))
            for parameter in endpoint.queryParameters {
                guard let value = arguments.query[parameter.name] ?? nil else { continue }
                request.query += try parameter.queryItems(of: value)
            }
            let keys = try keysToPresent(to: endpoint)
            for (credential, key) in keys { try request.present(key.text, as: credential) }
            let tenant = tenantPlace(at: endpoint, credentials: keys.map(\.credential.name))
            if case .query(let name)? = tenant, !request.query.contains(where: { $0.name == name }) {
                guard let value = (arguments.query[name] ?? nil) ?? self.tenant else { throw UnsendableRequest.queryParameter(name) }
                request.query.append(.init(name, value.description))
            }
            try addHeaderFields(to: &request, arguments.headers, tenant: tenant)
            request.body = try body(of: endpoint, arguments, &request.headerFields)
            try request.writeForm(api)
            return request
        } catch {
            throw .unsendable(error)
        }
    }

    /// Where the tenant is named, or nil for an endpoint that has none.
    private func tenantPlace(at endpoint: APIDescription.Endpoint, credentials: [String]) -> APIDescription.Tenancy.Place? {
        guard endpoint.tenancy == .tenant, let tenancy = api.tenancy else { return nil }
        return credentials.lazy.compactMap { tenancy.placesByCredential[$0] }.first ?? tenancy.place
    }

    private func addHeaderFields(
        to request: inout EndpointRequest,
        _ values: HeaderValues,
        tenant: APIDescription.Tenancy.Place?
    ) throws(UnsendableRequest) {
        for parameter in request.endpoint.headerParameters {
            let value = values[parameter.name].flatMap { $0 } ?? namedHeaders[parameter.name].flatMap { $0 }
            let text = try value.map(parameter.headerText) ?? commonHeader(parameter.name)
            if let text {
                try request.headerFields.set(parameter.name, text)
            } else if parameter.isRequired {
                throw .headerParameter(parameter.name)
            }
        }
        if case .header(let name)? = tenant {
            let value = values[name].flatMap { $0 }?.description ?? self.tenant
            guard let text = value ?? commonHeader(name) else { throw .headerParameter(name) }
            try request.headerFields.set(name, text)
        }
        if let versioning = api.versioning {
            let chosen = values[versioning.header].flatMap { $0 }?.description ?? commonHeader(versioning.header)
            try request.headerFields.set(versioning.header, chosen ?? versioning.current)
        }
        if request.headerFields[.accept] == nil { request.headerFields[.accept] = api.errors.acceptedMedia }
    }

    /// The client's own value for a header field; names are the same in any case (RFC 9110 §5.1).
    private func commonHeader(_ name: String) -> String? {
        headers[name] ?? headers.first { $0.key.lowercased() == name.lowercased() }?.value
    }

    /// The body with its idempotency key and its envelope; a key that travels in a header field goes there.
    private func body(
        of endpoint: APIDescription.Endpoint,
        _ arguments: CallArguments,
        _ fields: inout HTTPFields
    ) throws -> [UInt8]? {
        var json = try arguments.body.map { JSONText(try JSONCoding.encode($0)) }
        if let idempotency = endpoint.idempotency {
            let key = arguments.idempotencyKey ?? UniqueID().description
            guard api.faults(of: .string(key), against: idempotency.form).isEmpty else {
                throw UnsendableRequest.idempotencyKey(isGiven: arguments.idempotencyKey != nil)
            }
            switch idempotency.place {
            case .header(let name): try fields.set(name, key)
            case .field(let name):
                json = json ?? JSONText(Array("{}".utf8))
                try json?.add(key, as: name)
            }
        }
        if let member = endpoint.envelope?.request { try json?.wrap(in: member) }
        return json?.bytes
    }
}
