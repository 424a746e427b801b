extension APIDescription.ErrorValue {
    /// Whether it is the code of the error, or an object that has it somewhere.
    package var holdsCode: Bool {
        switch self {
        case .code: true
        case .object(let members): members.contains { $0.value.holdsCode }
        default: false
        }
    }
}

extension APIDescription.ErrorFormat {
    /// Whether callers are told the code of an error, be it beside each fault; elsewhere codes are names in code alone.
    package var tellsCode: Bool { body.tellsCode }
}

extension APIDescription.ErrorValue {
    fileprivate var tellsCode: Bool {
        switch self {
        case .code, .faultCode: true
        case .object(let members): members.contains { $0.value.tellsCode }
        case .faults(let element): element.tellsCode
        default: false
        }
    }
}
