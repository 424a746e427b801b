/// The words of fields are joined in one way: a reader of `createdAt` looks in vain for `updatedAt` where it is `updated_at`.
package struct MixedFieldStyle: AdvisoryRule {
    package static let name = "mixed-field-style"

    package func check(_ contract: Contract) -> [Diagnostic] {
        let fields = contract.types.map(\.type).flatMap(\.withNested).flatMap { use -> [Located<String>] in
            if case .object(let fields) = use.form { fields.map(\.name) } else { [] }
        }
        guard let (common, exceptions) = WordStyle.exceptions(among: fields) else { return [] }
        var told: Set<String> = []
        return exceptions.filter { told.insert($0.value).inserted }.map { field in
            Self.diagnostic(
                "'\(field.value)' is not spelled as '\(common.value)' is",
                at: field.span,
                notes: [Diagnostic.Note("most fields are spelled as here", at: common.span)],
                help: "spell all fields alike"
            )
        }
    }
}
