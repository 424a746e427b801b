import CharterRuntime

extension AuthorizedRequest {
    /// A parameter of the path, decoded.
    ///
    /// - Throws: ``Refusal`` (400) if its text is no `Value`; another error, answered 500, if the endpoint has no such parameter.
    public func path<Value: LosslessStringConvertible>(_ name: String) throws -> Value {
        guard let text = exchange.path[name] else { throw UndescribedName(name: name, endpoint: endpoint.id) }
        return try convert(text, .path, name)
    }

    /// A parameter of the query, decoded; its default, or nil, if it is absent.
    ///
    /// - Throws: ``Refusal`` (400) if its text is no `Value`.
    public func query<Value: LosslessStringConvertible>(_ name: String) throws -> Value? {
        try value(.query, name)
    }

    /// A parameter of the query that must be there or has a default, decoded.
    ///
    /// - Throws: ``Refusal`` (400) if it is absent or its text is no `Value`.
    public func requiredQuery<Value: LosslessStringConvertible>(_ name: String) throws -> Value {
        try required(try query(name), .query, name)
    }

    /// The values of a list in the query, decoded; nil if it is absent.
    ///
    /// - Throws: ``Refusal`` (400) if the text of one is no `Value`.
    public func queryList<Value: LosslessStringConvertible>(_ name: String) throws -> [Value]? {
        try exchange.parameters[.query, name]?.map { try convert($0, .query, name) }
    }

    /// The values of a list in the query that must be there or has a default, decoded.
    ///
    /// - Throws: ``Refusal`` (400) if it is absent or the text of one is no `Value`.
    public func queryList<Value: LosslessStringConvertible>(_ name: String) throws -> [Value] {
        let values: [Value]? = try queryList(name)
        return try required(values, .query, name)
    }

    /// A parameter in a header field, decoded; its default, or nil, if it is absent.
    ///
    /// - Throws: ``Refusal`` (400) if its text is no `Value`.
    public func header<Value: LosslessStringConvertible>(_ name: String) throws -> Value? {
        try value(.header, name)
    }

    /// A parameter in a header field that must be there or has a default, decoded.
    ///
    /// - Throws: ``Refusal`` (400) if it is absent or its text is no `Value`.
    public func requiredHeader<Value: LosslessStringConvertible>(_ name: String) throws -> Value {
        try required(try header(name), .header, name)
    }

    /// The values of a list in a header field, decoded; its default, or nil, if it is absent.
    ///
    /// - Throws: ``Refusal`` (400) if the text of one is no `Value`.
    public func headerList<Value: LosslessStringConvertible>(_ name: String) throws -> [Value]? {
        try exchange.parameters[.header, name]?.map { try convert($0, .header, name) }
    }

    /// The values of a list in a header field that must be there or has a default, decoded.
    ///
    /// - Throws: ``Refusal`` (400) if it is absent or the text of one is no `Value`.
    public func headerList<Value: LosslessStringConvertible>(_ name: String) throws -> [Value] {
        let values: [Value]? = try headerList(name)
        return try required(values, .header, name)
    }

    private func value<Value: LosslessStringConvertible>(_ place: ParameterPlace, _ name: String) throws -> Value? {
        try exchange.parameters[place, name]?.first.map { try convert($0, place, name) }
    }

    private func required<Value>(_ value: Value?, _ place: ParameterPlace, _ name: String) throws -> Value {
        guard let value else { throw Self.refusal(place.field(name), "is required", place.fault) }
        return value
    }

    private func convert<Value: LosslessStringConvertible>(_ text: String, _ place: ParameterPlace, _ name: String) throws -> Value {
        guard let value = Value(text) else { throw Self.refusal(place.field(name), "is not what this endpoint takes", place.fault) }
        return value
    }
}
