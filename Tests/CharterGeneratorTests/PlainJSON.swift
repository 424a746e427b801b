import CharterContract
import Foundation

/// A JSON value without the order of its members and the writing of its numbers, to compare what two readers make of a text.
indirect enum PlainJSON: Hashable {
    case null
    case boolean(Bool)
    case number(Double)
    /// By scalars: texts that look alike are not the same.
    case text([Unicode.Scalar])
    case array([PlainJSON])
    case object([String: PlainJSON])

    init(_ json: OrderedJSON) {
        switch json {
        case .null: self = .null
        case .boolean(let value): self = .boolean(value)
        case .number(let digits): self = .number(Double(digits) ?? .nan)
        case .string(let text): self = .text(Array(text.unicodeScalars))
        case .array(let elements): self = .array(elements.map { PlainJSON($0) })
        case .object(let members): self = .object(Dictionary(members.map { ($0.name, PlainJSON($0.value)) }) { first, _ in first })
        }
    }

    /// What `JSONSerialization` read.
    init(_ value: Any) {
        switch value {
        case let text as String: self = .text(Array(text.unicodeScalars))
        case let elements as [Any]: self = .array(elements.map { PlainJSON($0) })
        case let members as [String: Any]: self = .object(members.mapValues { PlainJSON($0) })
        // A boolean is stored as a C char ('c'), a number is not.
        case let number as NSNumber where number.objCType.pointee == CChar(0x63): self = .boolean(number.boolValue)
        case let number as NSNumber: self = .number(number.doubleValue)
        default: self = .null
        }
    }
}
