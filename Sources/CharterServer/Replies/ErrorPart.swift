import CharterRuntime

/// What stands in a place of an error body; members are written in their order, which is the contract's.
enum ErrorPart {
    case value(JSONValue)
    case object([(name: String, part: ErrorPart)])
    case list([ErrorPart])
}

extension ErrorPart: JSONWritable {
    func write(to json: inout JSONWriter) {
        switch self {
        case .value(let value): value.write(to: &json)
        case .list(let parts): parts.write(to: &json)
        case .object(let members):
            json.openObject()
            for (name, part) in members {
                json.name(name)
                part.write(to: &json)
            }
            json.closeObject()
        }
    }
}
