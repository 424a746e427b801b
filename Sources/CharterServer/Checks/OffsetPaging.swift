import CharterRuntime

/// Reads from a query which part of a list is asked for, within the bounds of the endpoint.
struct OffsetPaging {
    /// Larger offsets are refused, so that adding to an offset cannot overflow; it is the largest whole number that every reader of
    /// JSON knows exactly (RFC 8259 §6).
    static let maximumOffset = 9_007_199_254_740_991

    let paging: APIDescription.Paging
    let query: QueryValues
    /// What is wrong with what was read.
    private(set) var faults: [Problem.FieldFault] = []

    init(_ paging: APIDescription.Paging, in query: QueryValues) {
        self.paging = paging
        self.query = query
    }

    /// The page that is asked for; it means nothing if there are faults.
    mutating func page() -> OffsetPage {
        switch paging.position {
        case .offset(let parameter): OffsetPage(limit: limit(), offset: offset(parameter))
        }
    }

    private mutating func limit() -> Int {
        let size = paging.pageSize
        guard let number = number(size.parameter) else { return size.defaultValue }
        if number < 1, size.below == .clamp { return 1 }
        if number > size.maximum, size.above == .clamp { return size.maximum }
        return within(1...size.maximum, number, size.parameter)
    }

    private mutating func offset(_ parameter: String) -> Int {
        number(parameter).map { within(0...Self.maximumOffset, $0, parameter) } ?? 0
    }

    private mutating func within(_ range: ClosedRange<Int>, _ number: Int, _ parameter: String) -> Int {
        if !range.contains(number) { report("must be \(range.lowerBound) to \(range.upperBound)", parameter) }
        return number
    }

    /// The number that a parameter gives; nil if it gives none.
    ///
    /// One of too many digits is the greatest or least there is.
    private mutating func number(_ parameter: String) -> Int? {
        if let fault = query.fault(of: parameter) {
            faults.append(fault)
            return nil
        }
        guard let text = query[parameter] else { return nil }
        let digits = text.utf8.drop { $0 == UInt8(ascii: "-") }
        let isNumber = !digits.isEmpty && text.utf8.count - digits.count <= 1
        guard isNumber, digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
            report("must be a whole number", parameter)
            return nil
        }
        return Int(text) ?? (text.hasPrefix("-") ? .min : .max)
    }

    private mutating func report(_ message: String, _ parameter: String) {
        faults.append(Problem.FieldFault(field: "query.\(parameter)", message: message))
    }
}
