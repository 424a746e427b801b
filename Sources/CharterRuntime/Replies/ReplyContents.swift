/// The parts of a reply as HTTP has them: what ``EndpointReply`` is read from, and written as.
public struct ReplyContents<ReplyBody: Sendable>: Sendable {
    /// What the body holds.
    public var body: ReplyBody
    /// The status; nil stands for the only one that is documented.
    public var status: Int?
    /// The texts in the documented header fields, by name as documented: one, or those of a list.
    public private(set) var headers: [String: [String]]

    /// Creates the parts of a reply.
    public init(body: ReplyBody, status: Int? = nil, headers: [String: [String]] = [:]) {
        self.body = body
        self.status = status
        self.headers = headers
    }
}

extension ReplyContents {
    /// Sets a header field; nil leaves it out.
    public mutating func setHeader(_ name: String, _ value: (some LosslessStringConvertible)?) {
        headers[name] = value.map { [$0.description] }
    }

    /// Sets a header field that holds a list; nil leaves it out.
    public mutating func setHeaderList(_ name: String, _ values: [some LosslessStringConvertible]?) {
        headers[name] = values?.map(\.description)
    }
}

extension ReplyContents {
    /// The status, one of those that are documented.
    ///
    /// - Throws: ``ReplyFault/status(_:)``
    public func documentedStatus<Status: RawRepresentable<Int>>() throws(ReplyFault) -> Status {
        guard let value = status.flatMap(Status.init) else { throw .status(status) }
        return value
    }

    /// The value of a header field, or nil where there is none.
    ///
    /// - Throws: ``ReplyFault/malformedHeader(_:)``
    public func header<Value: LosslessStringConvertible>(_ name: String) throws(ReplyFault) -> Value? {
        guard let texts = headers[name] else { return nil }
        guard texts.count == 1, let value = Value(texts[0]) else { throw .malformedHeader(name) }
        return value
    }

    /// The value of a header field that is always there.
    ///
    /// - Throws: ``ReplyFault/missingHeader(_:)``, ``ReplyFault/malformedHeader(_:)``
    public func requiredHeader<Value: LosslessStringConvertible>(_ name: String) throws(ReplyFault) -> Value {
        guard let value: Value = try header(name) else { throw .missingHeader(name) }
        return value
    }

    /// The values of a header field that holds a list, or nil where there is none.
    ///
    /// - Throws: ``ReplyFault/malformedHeader(_:)``
    public func headerList<Value: LosslessStringConvertible>(_ name: String) throws(ReplyFault) -> [Value]? {
        guard let texts = headers[name] else { return nil }
        let values = texts.compactMap(Value.init)
        guard values.count == texts.count else { throw .malformedHeader(name) }
        return values
    }

    /// The values of a header field that holds a list and is always there.
    ///
    /// - Throws: ``ReplyFault/missingHeader(_:)``, ``ReplyFault/malformedHeader(_:)``
    public func requiredHeaderList<Value: LosslessStringConvertible>(_ name: String) throws(ReplyFault) -> [Value] {
        guard let values: [Value] = try headerList(name) else { throw .missingHeader(name) }
        return values
    }
}
