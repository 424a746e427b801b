extension Problem: JSONReadable, JSONWritable {
    private static let names: [StaticString] = ["type", "title", "status", "detail", "code", "errors"]
    private static let required = [0, 1, 2, 4]

    /// Reads an error body; extension members that it does not know are passed over (RFC 9457 §3.2).
    public init(from json: inout JSONReader) throws(JSONFault) {
        var (type, title, detail, code): (String?, String?, String?, String?)
        var status: Int?
        var errors: [FieldFault]?
        var members = try json.members(Self.names, required: Self.required)
        while let member = try members.next(&json) {
            switch member {
            case 0: json.read(&type)
            case 1: json.read(&title)
            case 2: json.read(&status)
            case 3: json.readOptional(&detail)
            case 4: json.read(&code)
            default: json.readOptional(&errors)
            }
        }
        self.init(
            type: members.required(type),
            title: members.required(title),
            status: members.required(status),
            detail: detail,
            code: members.required(code),
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
    private static let required = [0, 1]

    /// Reads the fault of a field.
    public init(from json: inout JSONReader) throws(JSONFault) {
        var (field, message): (String?, String?)
        var members = try json.members(Self.names, required: Self.required)
        while let member = try members.next(&json) {
            if member == 0 { json.read(&field) } else { json.read(&message) }
        }
        self.init(field: members.required(field), message: members.required(message))
    }

    /// Writes the fault of a field.
    public func write(to json: inout JSONWriter) {
        json.openObject()
        json.member("field", field)
        json.member("message", message)
        json.closeObject()
    }
}
