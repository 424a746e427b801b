import CharterRuntime

/// The order of a list by fields of its items, as far as values tell by themselves which of them comes first.
///
/// Numbers, flags and instants do. By what rules texts are ordered is not said: of them those are understood that every rule orders alike, as they
/// first differ in two small letters, two capitals, or, where both have digits at the same
/// places, two digits.
struct ItemOrder {
    private let fields: [APIDescription.Paging.SortField]

    init(_ fields: [APIDescription.Paging.SortField]) {
        self.fields = fields
    }

    /// The first two neighbours that stand the wrong way round, in words; nil where there are none.
    func fault(in items: [JSONValue]) -> String? {
        for (index, (first, second)) in zip(items, items.dropFirst()).enumerated() {
            guard let field = fieldOutOfOrder(first, second) else { continue }
            let order = field.isDescending ? "descending" : "ascending"
            return "item \(index + 2) stands behind item \(index + 1), against the \(order) order by '\(field.field)'"
        }
        return nil
    }

    private func fieldOutOfOrder(_ first: JSONValue, _ second: JSONValue) -> APIDescription.Paging.SortField? {
        for field in fields {
            guard let left = first[field.field], let right = second[field.field] else { return nil }
            if left == right {
                // Of two instants that are shown alike one may be later: a server may keep more digits than it shows.
                if case .string(let text) = left, Timestamp(text) != nil, !text.isExactInstant { return nil }
                continue
            }
            guard let isLess = left.isLess(than: right), let isGreater = right.isLess(than: left) else { return nil }
            // Equal values that are written in two ways leave it to the next field.
            if isLess || isGreater { return isGreater == field.isDescending ? nil : field }
        }
        return nil
    }
}

extension JSONValue {
    /// Whether the value is less than another; nil where values alone do not tell.
    fileprivate func isLess(than other: JSONValue) -> Bool? {
        switch (self, other) {
        case (.boolean(let left), .boolean(let right)): return !left && right
        case (.string(let left), .string(let right)):
            guard let first = Timestamp(left), let second = Timestamp(right) else { return left.isPlainlyLess(than: right) }
            return first < second
        default:
            guard let left = number, let right = other.number else { return nil }
            return left < right
        }
    }

    private var number: Double? {
        switch self {
        case .integer(let value): Double(value)
        case .number(let value): value
        case .exact(let value): value.double
        case .null, .boolean, .string, .array, .object: nil
        }
    }
}

extension String {
    /// Whether the text comes before another by all rules that people and machines order texts by; nil where rules differ.
    fileprivate func isPlainlyLess(than other: String) -> Bool? {
        let (left, right) = (Array(unicodeScalars), Array(other.unicodeScalars))
        guard left.allSatisfy(\.isASCII), right.allSatisfy(\.isASCII), let (first, second) = zip(left, right).first(where: { $0 != $1 })
        else {
            return nil
        }
        let isLetter = [("a" as Unicode.Scalar)..."z", "A"..."Z"].contains { $0.contains(first) && $0.contains(second) }
        let digits = ("0" as Unicode.Scalar)..."9"
        let isDigit = digits.contains(first) && left.map(digits.contains) == right.map(digits.contains)
        return isLetter || isDigit ? first.value < second.value : nil
    }
}
