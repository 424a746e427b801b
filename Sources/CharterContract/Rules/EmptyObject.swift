/// An object without fields says nothing: most often its fields were meant to be written later.
package struct EmptyObject: AdvisoryRule {
    package static let name = "empty-object"

    package func check(_ contract: Contract) -> [Diagnostic] {
        let empty = contract.types.filter { if case .object(let fields) = $0.type.form { fields.isEmpty } else { false } }
        return empty.map(\.name).map { name in
            Self.diagnostic("the type '\(name.value)' has no fields", at: name.span, help: "add fields, or remove the type")
        }
    }
}
