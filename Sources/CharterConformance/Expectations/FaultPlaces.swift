import CharterRuntime

extension String {
    /// Whether a text names a place or one inside it, such as one item of a list that does not fit.
    ///
    /// What stands in front may be the envelope that holds the whole body.
    func isPlace(atOrBelow place: String) -> Bool {
        let separators: Set<Character> = [".", "[", "]", "/"]
        return ranges(of: place).contains { range in
            let begins = range.lowerBound == startIndex || place.first == "/" || separators.contains(self[index(before: range.lowerBound)])
            return begins && (range.upperBound == endIndex || separators.contains(self[range.upperBound]))
        }
    }
}

extension APIDescription.ErrorFormat {
    /// Whether a body tells where each fault is.
    var namesPlaces: Bool { body.namesPlaces }
}

extension APIDescription.ErrorValue {
    fileprivate var namesPlaces: Bool {
        switch self {
        case .faultField: true
        case .object(let members): members.contains { $0.value.namesPlaces }
        case .faults(let element): element.namesPlaces
        default: false
        }
    }
}

extension JSONValue {
    /// Where the faults are that an error body names.
    func faultPlaces(as expected: APIDescription.ErrorValue) -> [String] {
        switch (expected, self) {
        case (.faultField, .string(let text)): [text]
        case (.object(let members), .object(let values)):
            members.flatMap { member in values[member.name]?.faultPlaces(as: member.value) ?? [] }
        case (.faults(let element), .array(let values)): values.flatMap { $0.faultPlaces(as: element) }
        default: []
        }
    }
}
