import CharterRuntime

/// Reads `application/x-www-form-urlencoded` (URL Standard §5.1).
///
/// What the standard would guess at is refused: a `%` without two digits, and bytes that are no UTF-8.
enum URLEncodedForm {
    /// - Throws: ``MalformedForm``
    static func fields(in bytes: [UInt8]) throws(MalformedForm) -> [FormField] {
        var fields: [FormField] = []
        for pair in bytes.split(separator: UInt8(ascii: "&")) {
            guard fields.count < FormLimits.fields else { throw MalformedForm(message: "has more than \(FormLimits.fields) fields") }
            let name = pair.prefix { $0 != UInt8(ascii: "=") }
            fields.append(FormField(name: try text(name), content: .text(try text(pair[name.endIndex...].dropFirst()))))
        }
        return fields
    }

    private static func text(_ bytes: ArraySlice<UInt8>) throws(MalformedForm) -> String {
        guard let encoded = String(validating: bytes, as: UTF8.self), let text = PercentEncoding.decode(encoded, plusIsSpace: true) else {
            throw MalformedForm(message: "is not percent-encoded UTF-8")
        }
        return text
    }
}
