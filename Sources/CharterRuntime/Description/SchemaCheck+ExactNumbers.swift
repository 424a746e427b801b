extension SchemaCheck {
    /// Reads a number digit by digit.
    mutating func checkExact(places: Int?, within range: APIDescription.Bounds<DecimalNumber>, _ json: inout JSONReader) throws(JSONFault) {
        let start = json.position
        _ = try json.number()
        let digits = UnsafeBufferPointer(start: json.bytes + start, count: json.position - start)
        guard let number = ExactNumber(utf8: digits) else {
            return report("must be a number of at most \(ExactNumber.maximumDigits) digits", start)
        }
        if let places, number.places > places {
            report("must have at most \(places) digits behind the point, found \(number.places)", start)
        }
        if !range.contains(number.decimal) { report("must be \(range.phrase), found \(number)", start) }
    }
}
