/// A type may not have a name that generated code already needs for something else.
package struct ReservedTypeName: ContractRule {
    package static let name = "reserved-type-name"

    private static let reserved: Set<String> = [
        "Any", "AnyObject", "Array", "Bool", "CalendarDate", "Caller", "Check", "Codable", "CodingKeys", "Decodable", "Decoder",
        "Dictionary",
        "Double", "Encodable", "Encoder", "Error", "Fixtures", "Float", "Hashable", "Int", "Int64", "Never", "Optional", "Page", "Pages",
        "Problem",
        "Protocol", "Refusal", "Result", "Self", "Sendable", "Set", "String", "Swift", "Task", "Timestamp", "Type", "UniqueID", "Void",
    ]

    package func check(_ contract: Contract) -> [Diagnostic] {
        let kinds = contract.credentials.flatMap(\.kinds).map { IdentifierWords($0.name.value).upperCamel + "Key" }
        let own = ["API", "Client", "Endpoints", "Key", "ServerUnderTest", "Conformance"].map { contract.api.value + $0 }
        let taken = Self.reserved.union(kinds).union(own)
        let namespaces = Dictionary(contract.endpoints.map { (IdentifierWords($0.id.value).upperCamel, $0.id) }) { first, _ in first }
        return contract.types.map(\.name).compactMap { type in
            if taken.contains(type.value) {
                let message = "generated code has another '\(type.value)' already"
                return Diagnostic(.error, message, rule: Self.name, at: type.span, help: "give the type another name")
            }
            guard let id = namespaces[type.value] else { return nil }
            return Diagnostic(
                .error,
                "the type '\(type.value)' and the endpoint '\(id.value)' would have the same name in code",
                rule: Self.name,
                at: type.span,
                notes: [Diagnostic.Note("the endpoint has its id here", at: id.span)],
                help: "begin the endpoint's id with a verb, such as get or list"
            )
        }
    }
}
