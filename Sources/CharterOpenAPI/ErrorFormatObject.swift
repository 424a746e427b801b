import CharterContract
import CharterRuntime

/// What is said of errors beside the form of their bodies, as `x-charter-errors` has it.
enum ErrorFormatObject {
    /// The member of the document; nil where all is as usual.
    static func member(_ format: APIDescription.ErrorFormat) -> OrderedJSON.Member? {
        let faults = format.faults.map { OrderedJSON.Member($0.kind.rawValue, words(of: $0)) }
        let json: OrderedJSON = [
            "reports": format.reportsFirstFaultOnly ? "first" : nil,
            "paths": format.fieldPaths == .dots ? nil : .string(format.fieldPaths.rawValue),
            "faults": faults.isEmpty ? nil : .object(faults),
            "closed": format.closedStatuses.isEmpty ? nil : .array(format.closedStatuses.map { OrderedJSON(integerLiteral: $0) }),
        ]
        return json.members.isEmpty ? nil : OrderedJSON.Member("x-charter-errors", json)
    }

    private static func words(of fault: APIDescription.ErrorFormat.Fault) -> OrderedJSON {
        [
            "status": fault.status.map { OrderedJSON(integerLiteral: $0) },
            "code": fault.code.map(OrderedJSON.string),
            "message": fault.message.map(OrderedJSON.string),
        ]
    }
}
