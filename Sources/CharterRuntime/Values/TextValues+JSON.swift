extension Timestamp: JSONReadable, JSONWritable {
    /// Reads RFC 3339 text.
    public init(from json: inout JSONReader) throws(JSONFault) {
        self = try json.withText("a timestamp such as 2026-05-01T10:23:18Z") { Timestamp(utf8: $0) }
    }

    /// Writes RFC 3339 text, with the digits that the writer is set to; it has none for years beyond 0001 to 9999.
    public func write(to json: inout JSONWriter) {
        guard isWritable else { return json.unwritable("an instant of the years 0001 to 9999") }
        let digits = json.fractionDigits ?? neededFractionDigits
        json.plainText(digits == 0 ? 20 : 21 + digits) {
            var text = DigitWriter($0)
            write(into: &text, fractionDigits: digits)
        }
    }
}

extension CalendarDate: JSONReadable, JSONWritable {
    /// Reads RFC 3339 `full-date` text.
    public init(from json: inout JSONReader) throws(JSONFault) {
        self = try json.withText("a date such as 2026-05-01") { CalendarDate(utf8: $0) }
    }

    /// Writes RFC 3339 `full-date` text.
    public func write(to json: inout JSONWriter) {
        json.plainText(10) {
            var text = DigitWriter($0)
            write(into: &text)
        }
    }
}

extension UniqueID: JSONReadable, JSONWritable {
    /// Reads the text of a UUID.
    public init(from json: inout JSONReader) throws(JSONFault) {
        self = try json.withText("a UUID") { UniqueID(utf8: $0) }
    }

    /// Writes the text of the UUID.
    public func write(to json: inout JSONWriter) {
        json.plainText(36) { write(into: $0) }
    }
}

extension DecimalNumber: JSONReadable, JSONWritable {
    /// Reads the text of a decimal number.
    public init(from json: inout JSONReader) throws(JSONFault) {
        self = try json.withText("a decimal number as text, such as 12.50") { DecimalNumber(String(decoding: $0, as: UTF8.self)) }
    }

    /// Writes the number as text, with the digits that it was given.
    public func write(to json: inout JSONWriter) {
        json.text(digits)
    }
}
