/// The contract language as a JSON Schema, by which editors complete and explain keys and words.
///
/// It says what may stand where. What a contract means as a whole, such as that a scope which is named is declared, `charter lint` says.
/// Draft-07 is what the language server for YAML reads best; `enumDescriptions` is its keyword for the meaning of words.
package enum LanguageSchema {
    /// The name that its file has beside a contract: hidden, so that no build takes it for a source or a resource.
    package static let fileName = ".charter.schema.json"

    /// The comment by which a contract tells editors of the schema beside it.
    package static let modeline = "# yaml-language-server: $schema=\(fileName)"

    /// The schema of a contract, and of the fragments that it includes.
    package static var document: OrderedJSON {
        guard case .object(let root) = contract.json else { return contract.json }
        let about = "What an HTTP API documents, from which models, client, server routes, OpenAPI and tests are generated."
        let opening = opening + [.init("description", .string(about))]
        return .object(opening + root.filter { $0.name != "required" } + wholeContract + [.init("definitions", definitions)])
    }

    /// Whether a text is the schema that some version of Charter wrote.
    package static func begins(_ text: String) -> Bool {
        text.hasPrefix(OrderedJSON.object(opening).prettyText.dropLast(3))
    }

    private static let opening: [OrderedJSON.Member] = [
        .init("$schema", "http://json-schema.org/draft-07/schema#"), .init("title", "A contract of Charter"),
    ]

    /// A fragment has neither `charter` nor what every contract must say.
    private static var wholeContract: [OrderedJSON.Member] {
        [.init("if", ["required": ["charter"]]), .init("then", ["required": contract.json["required"]])]
    }

    private static var definitions: OrderedJSON {
        [
            "type": type(beside: []).json,
            "field": type(beside: fieldKeys).json,
            "parameter": type(beside: parameterKeys).json,
            "parameters": parameters.json,
            "requestHeaders": requestHeaders.json,
            "requirement": requirement.json,
            "pageSize": pageSize.json,
            "fault": fault.json,
            "severity": PlaceSchema.words(LintSetting.Severity.self).json,
            "errorMember": errorMember.json,
            "responseMember": responseMember.json,
        ]
    }
}
