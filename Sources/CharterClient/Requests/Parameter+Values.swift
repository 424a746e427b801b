package import CharterRuntime

extension APIDescription.Parameter {
    /// The parts of a query that give the parameter a value; none for an empty list, which a query cannot say.
    ///
    /// - Throws: ``UnsendableRequest/commaInItem(parameter:)``
    package func queryItems(of value: any CustomStringConvertible & Sendable) throws(UnsendableRequest) -> [EndpointRequest.QueryItem] {
        guard let texts = Self.texts(in: value) else { return [.init(name, value.description)] }
        switch listStyle {
        case .repeated: return texts.map { .init(name, $0) }
        case .comma: return texts.isEmpty ? [] : [.init(name, try joined(texts), keepsCommas: true)]
        }
    }

    /// The value of a header field; lists have commas between their items however they are written elsewhere (RFC 9110 §5.6.1).
    ///
    /// - Throws: ``UnsendableRequest/commaInItem(parameter:)``
    package func headerText(of value: any CustomStringConvertible & Sendable) throws(UnsendableRequest) -> String {
        try Self.texts(in: value).map(joined) ?? value.description
    }

    private func joined(_ texts: [String]) throws(UnsendableRequest) -> String {
        guard texts.allSatisfy({ !$0.contains(",") }) else { throw .commaInItem(parameter: name) }
        return texts.joined(separator: ",")
    }

    /// The texts of a list, or nil for what is none.
    private static func texts(in value: any CustomStringConvertible & Sendable) -> [String]? {
        (value as? [any CustomStringConvertible])?.map(\.description)
    }
}
