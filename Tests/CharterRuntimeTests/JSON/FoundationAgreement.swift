import Foundation

@testable import CharterRuntime

/// Reads a text twice, here and with Foundation's `JSONSerialization`, and tells where the two do not agree.
enum FoundationAgreement {
    /// The sentence on which two readers part; nil where they agree, or differ for one of ``ArguedDifference``'s reasons.
    static func difference(in bytes: [UInt8]) -> String? {
        let own: Result<JSONValue, JSONFault>
        do throws(JSONFault) { own = .success(try JSONCoding.decode(JSONValue.self, from: bytes, maximumDepth: 512)) } catch {
            own = .failure(error)
        }
        let foreign = Result { try JSONSerialization.jsonObject(with: Data(bytes), options: [.fragmentsAllowed]) }
        switch (own, foreign) {
        case (.failure, .failure): return nil
        case (.success(let value), .failure(let error)):
            return ArguedDifference.explains(takenOnlyHere: value, bytes) ? nil : "taken as \(value), Foundation: \(error)"
        case (.failure(let fault), .success(let object)):
            return ArguedDifference.explains(refusedOnlyHere: fault, bytes) ? nil : "refused (\(fault)), Foundation: \(object)"
        case (.success(let value), .success(let object)):
            return isSame(value, object) ? nil : "taken as \(value), Foundation: \(object)"
        }
    }

    /// Whether a value is what Foundation has read.
    static func isSame(_ value: JSONValue, _ object: Any) -> Bool {
        switch value {
        case .null: return object is NSNull
        case .boolean(let flag): return (object as? NSNumber).map { isBoolean($0) && $0.boolValue == flag } ?? false
        case .integer, .number, .exact:
            guard let number = object as? NSNumber, !isBoolean(number) else { return false }
            return isSame(number: value, number)
        case .string(let text):
            guard let other = object as? String else { return false }
            return text.utf8.elementsEqual(other.utf8) || ArguedDifference.explains(text: text, other)
        case .array(let values):
            guard let others = object as? [Any], values.count == others.count else { return false }
            return zip(values, others).allSatisfy { isSame($0, $1) }
        case .object(let members):
            guard let others = object as? [String: Any], members.count == others.count else { return false }
            return members.allSatisfy { name, value in
                let other = others[name] ?? others.first { ArguedDifference.explains(text: name, $0.key) }?.value
                return other.map { isSame(value, $0) } ?? false
            }
        }
    }

    /// Whether both are nearest to the same `Double`.
    ///
    /// Foundation has an integer of 64 bits, a `Double`, or a decimal number of 38 digits; here the exact value is kept.
    private static func isSame(number value: JSONValue, _ number: NSNumber) -> Bool {
        // Foundation makes a `Double` of a decimal number by reckoning, not by reading: that is near, but not the nearest.
        let double = number is NSDecimalNumber ? Double(number.description) : number.doubleValue
        return switch value {
        case .integer(let whole): number.int64Value == whole || Double(whole) == double
        case .number(let value): value == double
        case .exact(let exact): exact.double == double
        default: false
        }
    }

    private static func isBoolean(_ number: NSNumber) -> Bool {
        String(cString: number.objCType) == "c"
    }
}

/// Why a text may be taken by one reader and refused by the other.
enum ArguedDifference {
    /// Whether Foundation may refuse what is taken here.
    static func explains(takenOnlyHere value: JSONValue, _ bytes: [UInt8]) -> Bool {
        // RFC 8259 §9 leaves the range of numbers to the reader: a number beyond `Double` keeps its digits here, Foundation refuses it.
        hasNumberBeyondDouble(value)
    }

    /// Whether Foundation may take what is refused here.
    static func explains(refusedOnlyHere fault: JSONFault, _ bytes: [UInt8]) -> Bool {
        // RFC 8259 §8.1 asks for UTF-8 without a mark of the byte order: Foundation also takes the mark, UTF-16 and UTF-32.
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) || isUTF16Or32(bytes) { return true }
        // RFC 8259 §4 and §5 have no comma behind the last member or item: Foundation takes one. Without it, both must agree.
        guard let comma = commaBehindAll(fault, bytes) else { return false }
        return FoundationAgreement.difference(in: Array(bytes[..<comma] + bytes[(comma + 1)...])) == nil
    }

    private static func commaBehindAll(_ fault: JSONFault, _ bytes: [UInt8]) -> Int? {
        let ends: [JSONFault.Kind: UInt8] = [
            .expected("a value"): UInt8(ascii: "]"), .expected("a member's name in quotes"): UInt8(ascii: "}"),
        ]
        guard let end = ends[fault.kind], bytes[fault.offset] == end else { return nil }
        return bytes[..<fault.offset].lastIndex { $0 > 0x20 }.flatMap { bytes[$0] == UInt8(ascii: ",") ? $0 : nil }
    }

    /// Whether Foundation may read another text.
    static func explains(text: String, _ other: String) -> Bool {
        // Foundation takes U+FEFF for a mark of the byte order at the start of a text and behind its escapes, and leaves it out: it is a character.
        text.unicodeScalars.contains("\u{FEFF}")
            && text.unicodeScalars.filter { $0 != "\u{FEFF}" }.elementsEqual(other.unicodeScalars.filter { $0 != "\u{FEFF}" })
    }

    private static func hasNumberBeyondDouble(_ value: JSONValue) -> Bool {
        switch value {
        case .exact(let number): number.double == nil
        case .array(let values): values.contains(where: hasNumberBeyondDouble)
        case .object(let members): members.values.contains(where: hasNumberBeyondDouble)
        default: false
        }
    }

    /// Whether the first characters tell of it: a mark, or zeros beside the first character of ASCII (RFC 4627 §3).
    private static func isUTF16Or32(_ bytes: [UInt8]) -> Bool {
        bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0xFF, 0xFE]) || bytes.prefix(4).contains(0)
    }
}
