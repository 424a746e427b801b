import CharterRuntime

extension DecodingError {
    /// The place of the fault, as ``Problem/FieldFault`` writes it: `tiers[2].price`; nil for the whole value.
    var field: String? {
        let path =
            switch self {
            case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context): context.codingPath
            case .keyNotFound(let key, let context): context.codingPath + [key]
            @unknown default: [any CodingKey]()
            }
        let text = path.reduce("") { text, key in
            if let index = key.intValue { return FieldPlace.item(index, of: text) }
            return FieldPlace.member(key.stringValue, of: text)
        }
        return text.isEmpty ? nil : text
    }
}
