/// A type that is named must be one of the language's or be declared.
package struct UnknownType: ContractRule {
    package static let name = "unknown-type"

    package func check(_ contract: Contract) -> [Diagnostic] {
        let names = contract.types.map(\.name.value) + Scalar.allCases.map(\.rawValue)
        let declared = Declarations(of: "type", in: "types", names, contract)
        let references = contract.typeUses.compactMap { use -> Located<String>? in
            if case .named(let name) = use.form, !name.isEmpty { Located(name, at: use.span, isAssumed: use.isAssumed) } else { nil }
        }
        let words = Dictionary(references.map { ($0.span, $0.value) }) { first, _ in first }
        return declared.undeclared(among: references, rule: Self.name).map { diagnostic in
            var diagnostic = diagnostic
            if let meant = words[diagnostic.span].flatMap({ Self.meant[$0.lowercased()] }) {
                diagnostic.help = "write \(meant)"
            }
            return diagnostic
        }
    }

    /// What other languages call the types of this one.
    private static let meant = [
        "array": "{ list: T }", "bool": "boolean", "datetime": "timestamp", "date-time": "timestamp", "double": "number", "float": "number",
        "guid": "uuid", "int": "integer", "int64": "integer", "list": "{ list: T }", "long": "integer", "object": "{ fields: { … } }",
        "str": "string", "text": "string", "time": "timestamp", "url": "uri",
    ]
}
