import CharterRuntime

/// What is written.
struct Note: Hashable, Sendable {
    var text: String
    var size: Double?
    var marks: [String: JSONValue]?
}

extension Note: JSONCodable {
    init(from json: inout JSONReader) throws(JSONFault) {
        var members = try json.members(["text", "size", "marks"], required: [0])
        var text: String?
        while let member = try members.next(&json) {
            switch member {
            case 0: json.read(&text)
            case 1: size = try json.optional()
            default: marks = try json.optional()
            }
        }
        self.text = members.required(text)
    }

    func write(to json: inout JSONWriter) {
        json.openObject()
        json.member("text", text)
        json.member("size", size)
        json.member("marks", marks)
        json.closeObject()
    }
}
