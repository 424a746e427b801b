extension Problem: JSONReadable, JSONWritable {
    private static let names: [StaticString] = ["type", "title", "status", "detail", "code", "errors"]

    /// Reads an error body; extension members that it does not know are passed over (RFC 9457 §3.2).
    public init(from json: inout JSONReader) throws(JSONFault) {
        var (type, title, detail, code): (String?, String?, String?, String?)
        var status: Int?
        var errors: [FieldFault]?
        var members = try json.members(Self.names)
        while let member = try members.next(&json) {
            switch member {
            case 0: type = try json.value(String.self)
            case 1: title = try json.value(String.self)
            case 2: status = try json.value(Int.self)
            case 3: detail = try json.optional()
            case 4: code = try json.value(String.self)
            default: errors = try json.optional()
            }
        }
        self.init(
            type: try members.required(type, 0),
            title: try members.required(title, 1),
            status: try members.required(status, 2),
            detail: detail,
            code: try members.required(code, 4),
            errors: errors
        )
    }

    /// Writes the error body; what is absent is left out.
    public func write(to json: inout JSONWriter) {
        json.openObject()
        json.member("type", type)
        json.member("title", title)
        json.member("status", status)
        json.member("detail", detail)
        json.member("code", code)
        json.member("errors", errors)
        json.closeObject()
    }
}

extension Problem.FieldFault: JSONReadable, JSONWritable {
    private static let names: [StaticString] = ["field", "message"]

    /// Reads the fault of a field.
    public init(from json: inout JSONReader) throws(JSONFault) {
        var (field, message): (String?, String?)
        var members = try json.members(Self.names)
        while let member = try members.next(&json) {
            if member == 0 { field = try json.value(String.self) } else { message = try json.value(String.self) }
        }
        self.init(field: try members.required(field, 0), message: try members.required(message, 1))
    }

    /// Writes the fault of a field.
    public func write(to json: inout JSONWriter) {
        json.openObject()
        json.member("field", field)
        json.member("message", message)
        json.closeObject()
    }
}
